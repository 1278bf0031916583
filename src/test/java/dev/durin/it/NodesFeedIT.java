package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of the rows by which nodes tell each other what they have ended. */
@Tag("nodes")
class NodesFeedIT {

    private static final String WHO = "api/who/authenticated";

    private static final Nodes NODES = Nodes.started();

    private final NodeApi a = NODES.a();
    private final NodeApi b = NODES.b();

    @BeforeEach
    void beginAnew() {
        NODES.beginAnew();
    }

    /** A token of the first node that the second one knows as good. */
    private String known(String client) {
        String token = a.api().token("alice", client);
        assertThat(b.status(WHO, token)).isEqualTo(200);
        return token;
    }

    private static long id(String token) {
        return Long.parseLong(NODES.rows("SELECT id FROM durin_token WHERE selector = ?", selector(token))
                .get(0)
                .get(0));
    }

    private static void removeRows() {
        NODES.rows("DELETE FROM durin_token");
    }

    private static String selector(String token) {
        return token.substring(0, 32);
    }

    /** As a node does. */
    private static void insertRevocation(Connection connection, long id, Instant recorded, String token)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO durin_revocation (id, recorded, kind, subject) VALUES (?, ?, 'token', ?)")) {
            insert.setLong(1, id);
            insert.setLong(2, recorded.toEpochMilli());
            insert.setString(3, selector(token));
            insert.executeUpdate();
        }
    }

    /** The later one is read, and with it the time of the database, before the earlier one can be seen. */
    @Test
    void rowThatIsCommittedAfterLaterOnesThenHeededAllTheSame() throws SQLException {
        String late = known("web");
        String early = known("web");
        removeRows();
        try (Connection slow = NODES.connect();
                Connection quick = NODES.connect()) {
            slow.setAutoCommit(false);
            insertRevocation(slow, 1, Instant.now().minusSeconds(60), late);
            insertRevocation(quick, 2, Instant.now(), early);
            b.untilStatus(401, WHO, early);
            b.control("read-feed", "");
            assertThat(b.status(WHO, late)).as("known still").isEqualTo(200);

            slow.commit();
        }

        b.untilStatus(401, WHO, late);
        NODES.rows("DELETE FROM durin_revocation WHERE id IN (1, 2)");
    }

    @Test
    void rowThatWasReadThenNotHeededOnceMore() throws SQLException {
        String token = known("web");
        try (Connection connection = NODES.connect()) {
            insertRevocation(connection, 3, Instant.now(), token);
        }
        b.control("read-feed", "");
        assertThat(b.status(WHO, token)).as("looked up again, and known since").isEqualTo(200);
        removeRows();

        b.control("read-feed", "");

        assertThat(b.status(WHO, token)).isEqualTo(200);
        NODES.rows("DELETE FROM durin_revocation WHERE id = 3");
    }

    @Test
    void kindThatAnotherVersionKnowsThenEverythingIsLookedUpAgain() {
        String token = known("web");
        removeRows();

        NODES.rows(
                "INSERT INTO durin_revocation (id, recorded, kind, subject) VALUES (4, ?, 'realm', 'of tomorrow')",
                Instant.now().toEpochMilli());

        b.untilStatus(401, WHO, token);
        NODES.rows("DELETE FROM durin_revocation WHERE id = 4");
    }

    @Test
    void renewedThenNotRefusedAtItsOldExpiry() {
        String token = known("web");
        a.pass(Duration.ofHours(12));
        assertThat(a.api().post("api/auth/refresh", token).status()).isEqualTo(200);

        b.pass(Duration.ofHours(25));

        assertThat(b.status(WHO, token)).isEqualTo(200);
    }

    /** Some servers have one thread for all that is scheduled. */
    @Test
    void usesThatCannotBeWrittenYetThenTheOthersAreHeardAllTheSame() throws SQLException {
        String used = known("web");
        try (Connection busy = NODES.connect();
                PreparedStatement lock = busy.prepareStatement("SELECT id FROM durin_token WHERE id = ? FOR UPDATE")) {
            busy.setAutoCommit(false);
            // By its id: a lock by the selector may lock the place before it, too, where the next token may have to go.
            lock.setLong(1, id(used));
            lock.executeQuery();
            assertThat(b.status(WHO, used)).isEqualTo(200);

            // Long enough that the uses were to be written before the last of them.
            for (int time = 0; time < 4; time++) {
                String ended = known("web");
                assertThat(a.api().post("api/auth/logout", ended).status()).isEqualTo(204);
                assertThat(b.untilStatus(401, WHO, ended)).isLessThan(Duration.ofSeconds(2));
            }
            busy.rollback();
        }
    }

    @Test
    void forgottenWhileThatCannotBeToldThenToldLater() {
        String token = known("web");
        NODES.rows("ALTER TABLE durin_revocation RENAME TO durin_hidden");
        try {
            assertThat(a.api()
                            .postForm("api/test/forget", Map.of("value", "alice"))
                            .status())
                    .isEqualTo(500);
            b.control("groups", "alice=user,admin");
            assertThat(b.status("api/who/admin", token)).as("known still").isEqualTo(403);
        } finally {
            NODES.rows("ALTER TABLE durin_hidden RENAME TO durin_revocation");
        }

        b.untilStatus(200, "api/who/admin", token);
    }

    /** B3.25 */
    @Test
    void rowsThatCannotBeReadThenToldOnceAndNothingIsTrustedForLong() {
        String token = known("web");
        String ended = known("web");
        long outages = b.logged("cannot be read from durin_revocation");
        long ends = b.logged("can be read again");
        NODES.rows("ALTER TABLE durin_revocation RENAME TO durin_hidden");
        try {
            NODES.rows("DELETE FROM durin_token WHERE selector = ?", selector(ended));
            for (int time = 0; time < 3; time++) {
                b.control("read-feed", "");
            }
            assertThat(b.status(WHO, ended))
                    .as("known for as long as others may go unheard")
                    .isEqualTo(200);

            b.pass(Duration.ofSeconds(10));

            assertThat(b.status(WHO, ended)).isEqualTo(401);
            assertThat(b.status(WHO, token)).isEqualTo(200);
            assertThat(b.logged("cannot be read from durin_revocation")).isEqualTo(outages + 1);
            assertHealth(503, "DOWN");
            assertThat(a.api().post("api/auth/logout", token).status())
                    .as("nobody is told that it is ended where the others cannot be told")
                    .isEqualTo(503);
        } finally {
            NODES.rows("ALTER TABLE durin_hidden RENAME TO durin_revocation");
        }

        b.control("read-feed", "");

        assertThat(b.logged("can be read again")).isEqualTo(ends + 1);
        assertHealth(200, "UP");
        assertThat(b.status(WHO, token)).isEqualTo(200);
        assertThat(a.api().post("api/auth/logout", token).status()).isEqualTo(204);
        b.untilStatus(401, WHO, token);
    }

    private void assertHealth(int status, String word) {
        Answer health = b.health();
        assertThat(health.status()).as(health.body()).isEqualTo(status);
        assertThat(health.body())
                .contains("\"durin\"")
                .contains(word)
                .containsPattern("read \\d+ ms ago")
                .containsPattern("\"cache-size\" ?: ?\"?\\d+")
                .containsPattern("\"cache-hit-percentage\" ?: ?\"?\\d+");
    }

    @Test
    void rowsOlderThanAnHourThenRemovedAndTheOthersStay() {
        long old = Instant.now().minus(Duration.ofMinutes(61)).toEpochMilli();
        NODES.rows("INSERT INTO durin_revocation (id, recorded, kind, subject) SELECT 1000 + x, " + old
                + ", 'caller', 'nobody' FROM " + NODES.database().numbers(1_200));
        NODES.rows(
                "INSERT INTO durin_revocation (id, recorded, kind, subject) VALUES (5, ?, 'caller', 'nobody')",
                Instant.now().minus(Duration.ofMinutes(59)).toEpochMilli());

        NodeApi.until(() -> rows("id > 1000 AND id <= 2200") == 0);

        assertThat(rows("id = 5")).isEqualTo(1);
    }

    private static long rows(String condition) {
        return Long.parseLong(NODES.rows("SELECT COUNT(*) FROM durin_revocation WHERE " + condition)
                .get(0)
                .get(0));
    }

    @Test
    void expiredWhenBothNodesPurgeThenOneEventEach() {
        for (int time = 0; time < 40; time++) {
            a.api().token("alice", "web");
        }
        List<NodeApi> nodes = List.of(a, b);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            nodes.stream()
                    .map(node -> threads.submit(() -> node.pass(Duration.ofDays(2))))
                    .forEach(NodeApi::join);
            nodes.stream()
                    .map(node -> threads.submit(() -> node.control("purge", "")))
                    .forEach(NodeApi::join);
        } finally {
            threads.shutdownNow();
        }
        NodeApi.until(() -> NODES.rows("SELECT id FROM durin_token").isEmpty());

        List<String> expired = new ArrayList<>();
        nodes.forEach(node -> expired.addAll(node.events("TokenExpired")));
        assertThat(expired).hasSize(40);
        assertThat(expired.stream().map(event -> event.replaceAll(".*tokenId=(\\d+).*", "$1")))
                .doesNotHaveDuplicates();
    }
}
