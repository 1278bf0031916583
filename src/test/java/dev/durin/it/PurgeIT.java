package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Many expired tokens go, in small transactions, while everybody goes on. B12.99 */
class PurgeIT extends ServerTest {

    /** {@code -Ddurin.it.purge-rows=1000000} for a million. */
    private static final int ROWS = Integer.getInteger("durin.it.purge-rows", 20_000);

    private static final int USERS = 8;

    @Test
    void manyExpiredTokensWhileOthersAreUsedThenGoneInBatches() throws Exception {
        api.token("alice", "web");
        control("count-events", "");
        copyTokens(ROWS);
        pass(Duration.ofDays(2));
        AtomicBoolean done = new AtomicBoolean();
        long deadlocks = database.deadlocks();
        ExecutorService threads = Executors.newFixedThreadPool(USERS);
        try {
            List<Future<Integer>> users = new ArrayList<>();
            for (int user = 0; user < USERS; user++) {
                users.add(threads.submit(use("user" + user, done)));
            }
            long began = System.nanoTime();

            Answer answer = api.send(api.request("api/test/purge")
                    .timeout(Duration.ofHours(1))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("value=")));

            System.out.printf("purge of %,d tokens: %,d ms%n", ROWS + 1, (System.nanoTime() - began) / 1_000_000);
            done.set(true);
            assertThat(answer.status()).as(answer.body()).isLessThan(300);
            for (Future<Integer> user : users) {
                assertThat(user.get()).isPositive();
            }
        } finally {
            done.set(true);
            threads.shutdown();
        }
        assertThat(database.deadlocks())
                .as("done again, and yet there are none")
                .isEqualTo(deadlocks);
        assertThat(database.count("SELECT COUNT(*) FROM durin_token WHERE id >= 1000000"))
                .isZero();
        assertThat(expiredByTransaction()).allMatch(count -> count <= 500);
        assertThat(expiredByTransaction().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(ROWS + 1);
    }

    /** Another node holds it for as long as one batch takes. */
    @Test
    void purgeWhenAnotherNodeIsAtItThenLeftToThatOneAndTheRestIsDone() throws SQLException {
        api.token("alice", "web");
        copyTokens(10);
        insertOldUses();
        pass(Duration.ofDays(2));
        try (Connection other = database.connect(TestDatabase.MAIN);
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("SELECT name FROM durin_lock WHERE name = 'purge' FOR UPDATE");

            control("purge", "");

            assertThat(tokenRows()).isEqualTo(11);
            assertThat(oldUses()).isZero();
            other.rollback();
        }
        control("purge", "");
        assertThat(tokenRows()).isZero();
    }

    @Test
    void purgeWhenTokensCannotBeRemovedThenTheRestIs() {
        api.token("alice", "web");
        insertOldUses();
        pass(Duration.ofDays(2));
        control("rolling-back-event", "TokenExpired");

        assertThat(api.postForm("api/test/purge", Map.of("value", "")).status()).isGreaterThanOrEqualTo(500);

        assertThat(tokenRows()).isEqualTo(1);
        assertThat(oldUses()).isZero();
    }

    @Test
    void rowsThatTellWhoPurgesAreMissingThenMadeAnew() {
        api.token("alice", "web");
        pass(Duration.ofDays(2));
        database.rows("DELETE FROM durin_lock");

        control("purge", "");

        assertThat(tokenRows()).isZero();
        assertThat(database.rows("SELECT name FROM durin_lock WHERE name LIKE 'purge%' ORDER BY name"))
                .contains(List.of("purge"), List.of("purge-scoped"), List.of("purge-uses"));
        control("purge", "");
    }

    /** Of two nodes that make the row at once one waits for the other, and has nothing left to do. */
    @Test
    void rowThatTellsWhoPurgesIsMadeByAnotherNodeMeanwhileThenNoFailure() throws SQLException {
        api.token("alice", "web");
        pass(Duration.ofDays(2));
        database.rows("DELETE FROM durin_lock WHERE name LIKE 'purge%'");

        Answer answer = database.whileGoing(
                TestDatabase.MAIN,
                "INSERT INTO durin_lock (name) VALUES ('purge')",
                () -> api.postForm("api/test/purge", Map.of("value", "")));

        assertThat(answer.status()).as(answer.body()).isLessThan(300);
        control("purge", "");
        assertThat(tokenRows()).isZero();
    }

    private void insertOldUses() {
        database.rows("INSERT INTO durin_usage (caller, client_id, epoch_day, uses) VALUES ('alice', 1, 1, 1)");
    }

    private long oldUses() {
        return database.count("SELECT COUNT(*) FROM durin_usage WHERE epoch_day = 1");
    }

    @Test
    void clientWithThousandsOfTokensDeletedThenInBatches() { // B12.103
        control("create-client", "partner");
        api.token("alice", "partner");
        copyTokens(10_000);
        pass(Duration.ofDays(2));
        control("count-events", "");

        assertThat(api.send(api.request("api/test/delete-client")
                                .timeout(Duration.ofMinutes(10))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("value=partner")))
                        .body())
                .isEqualTo("10001");

        assertThat(tokenRows()).isZero();
        assertThat(expiredByTransaction()).allMatch(count -> count <= 500);
        assertThat(expiredByTransaction().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(10_001);
    }

    /** Logs in by code, calls, has that written, and renews, again and again; how often. */
    private Callable<Integer> use(String caller, AtomicBoolean done) {
        return () -> {
            int rounds = 0;
            do {
                Answer issued = api.postForm("api/test/issue", Map.of("value", caller));
                assertThat(issued.status()).as(issued.body()).isEqualTo(200);
                assertThat(api.get("api/who/open", issued.body()).status()).isEqualTo(200);
                control("write-uses", "");
                assertThat(api.post("api/auth/refresh", issued.body()).status()).isEqualTo(200);
                assertThat(api.post("api/auth/logout", issued.body()).status()).isEqualTo(204);
                rounds++;
            } while (!done.get());
            return rounds;
        };
    }

    private List<Integer> expiredByTransaction() {
        return control("expired-by-transaction", "")
                .body()
                .lines()
                .map(Integer::valueOf)
                .toList();
    }
}
