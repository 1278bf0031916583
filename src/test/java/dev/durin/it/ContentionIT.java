package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody else works on the same rows and is slow about it, as another node may be. */
class ContentionIT extends ServerTest {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private Connection other;

    @BeforeEach
    void connect() throws SQLException {
        other = database.connect(TestDatabase.MAIN);
        other.setAutoCommit(false);
    }

    @AfterEach
    void disconnect() throws SQLException {
        other.rollback();
        other.close();
        database.rows("DROP TABLE IF EXISTS other_work");
    }

    /** Of the two one has to give way: where that is the request, it is carried out afterwards. */
    @Test
    void logoutAllInADeadlockThenCarriedOut() throws Exception {
        database.rows("CREATE TABLE other_work (x INT)");
        String token = api.token("alice", "web");
        copyTokens(2);
        // MariaDB gives up the transaction that has done the least.
        execute("INSERT INTO other_work SELECT x FROM " + database.numbers(500));
        execute("SELECT id FROM durin_token WHERE id = 1000002 FOR UPDATE");
        CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(() -> api.post("api/auth/logoutall", token));
        awaitWaiting();

        try {
            execute("SELECT id FROM durin_token WHERE id < 1000000 FOR UPDATE");
            other.commit();
        } catch (SQLException deadlock) {
            other.rollback();
        }

        assertThat(answer.get().status()).isEqualTo(204);
        assertThat(tokenRows()).isZero();
    }

    @Test
    void endOfASessionThatChangesMeanwhileThenCarriedOut() throws Exception {
        String token = api.token("alice", "web");
        api.token("alice", "mobile");
        long id = database.count("SELECT MAX(id) FROM durin_token");
        execute("UPDATE durin_token SET name = 'of another node' WHERE id = " + id);
        CompletableFuture<Answer> answer =
                CompletableFuture.supplyAsync(() -> api.delete("api/auth/sessions/" + id, token));
        awaitWaiting();

        other.commit();

        assertThat(answer.get().status()).isEqualTo(204);
        assertThat(tokenRows()).isEqualTo(1);
    }

    @Test
    void loginIntoARowThatChangesMeanwhileThenCarriedOut() throws Exception {
        api.token("alice", "kiosk");
        execute("UPDATE durin_token SET name = 'of another node'");
        CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(() -> api.login("alice", "kiosk"));
        awaitWaiting();

        other.commit();

        assertThat(answer.get().status()).isEqualTo(200);
        assertThat(tokenRows()).isEqualTo(1);
    }

    @Test
    void loginIntoARowThatGoesMeanwhileThenANewRow() throws Exception {
        String old = api.token("alice", "mobile");
        execute("DELETE FROM durin_token");
        CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(() -> api.login("alice", "mobile"));
        awaitWaiting();

        other.commit();

        assertThat(answer.get().status()).isEqualTo(200);
        assertThat(answer.get().token()).isNotEqualTo(old);
        assertThat(tokenRows()).isEqualTo(1);
    }

    /** First logins of several callers do not wait for each other, although their rows would be neighbours. */
    @Test
    void firstLoginBesideOneThatHasNotCommittedThenNotHeldUp() throws Exception {
        long client = database.count("SELECT id FROM durin_client WHERE name = 'mobile'");
        execute("INSERT INTO durin_token (id, selector, key_id, caller, client_id, slot, name, created, login_groups,"
                + " store_id, caller_dn, caller_unique_id, login_address, login_user_agent)"
                + " VALUES (1000000, 'of another node', 'key', 'alice', " + client
                + ", '', '', 0, '', '', '', '', '', '')");

        assertThat(api.login("bob", "mobile").status()).isEqualTo(200);
    }

    @Test
    void rowThatIsLockedForTooLongThen503() throws Exception {
        String token = api.token("alice", "web");
        execute("SELECT id FROM durin_token FOR UPDATE");

        Answer answer = api.post("api/auth/refresh", token);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.detail()).isEqualTo("The service is temporarily unavailable. Please try again later.");
        other.rollback();
        assertThat(api.post("api/auth/refresh", token).status()).isEqualTo(200);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = other.createStatement()) {
            statement.execute(sql);
        }
    }

    private void awaitWaiting() {
        Instant patience = Instant.now().plus(LONGEST_WAIT);
        while (database.waiting() == 0) {
            assertThat(Instant.now()).as("nobody waits for a lock").isBefore(patience);
            Thread.onSpinWait();
        }
    }
}
