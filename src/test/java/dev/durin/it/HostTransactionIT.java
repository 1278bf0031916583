package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The application's transaction fails after Durin has done something in it: its row goes, Durin's stays. */
@Tag("smoke")
class HostTransactionIT extends ScopedTest {

    @BeforeEach
    void createTheApplicationsTable() {
        database.rows("DROP TABLE IF EXISTS host_note");
        database.rows("CREATE TABLE host_note (note VARCHAR(100))");
    }

    @Test
    void revokeThenRevokedAllTheSame() {
        String token = api.token("alice", "web");

        fail("revoke", token);

        assertThat(api.get("api/who/authenticated", token).status()).isEqualTo(401);
    }

    @Test
    void revokeAllThenRevokedAllTheSame() {
        String token = api.token("alice", "web");
        String other = api.token("alice", "mobile");

        fail("revoke-all", token);

        assertThat(api.get("api/who/authenticated", token).status()).isEqualTo(401);
        assertThat(api.get("api/who/authenticated", other).status()).isEqualTo(401);
    }

    @Test
    void renewThenRenewedAllTheSame() {
        String token = api.token("alice", "web");

        fail("renew", token);

        assertThat(events("TokenRenewed")).hasSize(3);
        assertThat(database.count("SELECT COUNT(*) FROM durin_token WHERE expiry > created + 86400000"))
                .isEqualTo(1);
    }

    @Test
    void issueThenIssuedAllTheSame() {
        String token = api.token("alice", "web");

        fail("issue", token);

        assertThat(database.count("SELECT COUNT(*) FROM durin_token WHERE caller = 'bob'"))
                .isEqualTo(1);
    }

    @Test
    void revokeByIdThenRevokedAllTheSame() {
        String token = api.token("alice", "web");

        fail("revoke-by-id", token);

        assertThat(api.get("api/who/authenticated", token).status()).isEqualTo(401);
    }

    @Test
    void issueOfAScopedTokenThenAnnouncedAllTheSame() {
        String token = api.token("alice", "web");

        fail("scoped-issue", token);

        assertThat(events("ScopedTokenIssued")).hasSize(3);
        events("ScopedTokenIssued").forEach(this::awaitAsync);
    }

    @Test
    void revokeOfAScopedTokenThenRevokedAndAnnouncedOnceAllTheSame() {
        String token = api.token("alice", "web");
        Scoped scoped = scoped("GET /api/echo/foo");
        assertThat(get("api/echo/foo", scoped).status()).isEqualTo(200);

        for (int time = 0; time < 3; time++) {
            api.post("api/host/scoped-revoke?note=" + scoped.id(), token);
        }

        assertThat(database.count("SELECT COUNT(*) FROM host_note")).isZero();
        assertThat(get("api/echo/foo", scoped).status()).isEqualTo(401);
        assertThat(events("ScopedTokenRevoked")).containsExactly("ScopedTokenRevoked[tokenId=" + scoped.id() + "]");
        awaitAsync("ScopedTokenRevoked[tokenId=" + scoped.id() + "]");
    }

    @Test
    void revokeAllOfScopedTokensThenRevokedAllTheSame() {
        String token = api.token("alice", "web");
        Scoped scoped = scoped("GET /api/echo/foo");
        assertThat(get("api/echo/foo", scoped).status()).isEqualTo(200);

        fail("scoped-revoke-all", token);

        assertThat(get("api/echo/foo", scoped).status()).isEqualTo(401);
        assertThat(api.get("api/who/authenticated", token).status()).isEqualTo(200);
    }

    /** Others may still come, of what went before. */
    private void awaitAsync(String event) {
        Instant patience = Instant.now().plusSeconds(60);
        while (!events().contains("Async" + event) && Instant.now().isBefore(patience)) {
            Thread.onSpinWait();
        }
        assertThat(events()).containsOnlyOnce("Async" + event);
    }

    @Test
    void issueOnceThenIssuedAllTheSame() {
        String token = api.token("alice", "web");

        fail("issue-once", token);

        assertThat(database.count("SELECT COUNT(*) FROM durin_token WHERE caller = 'bob'"))
                .isEqualTo(1);
    }

    @Test
    void issueOnceByTheRightOfAnotherThenIssuedAllTheSame() {
        String token = api.token("alice", "web");

        fail("issue-once-by-right", token);

        assertThat(database.count("SELECT COUNT(*) FROM durin_token WHERE caller = 'alice'"))
                .isEqualTo(2);
    }

    @Test
    void purgeThenPurgedAllTheSame() {
        String token = api.token("alice", "web");
        api.token("bob", "swift");
        pass(Duration.ofSeconds(3));

        fail("purge", token);

        assertThat(tokenRows()).isEqualTo(1);
    }

    @Test
    void changesOfClientsThenMadeAllTheSame() {
        String token = api.token("alice", "web");
        database.rows("DELETE FROM durin_client WHERE name = 'brief'");

        api.post("api/host/client-create?note=brief", token);
        assertThat(enabled("brief")).containsExactly(List.of("1"));
        api.post("api/host/client-change?note=brief", token);
        assertThat(enabled("brief")).containsExactly(List.of("0"));
        api.post("api/host/client-delete?note=brief", token);
        assertThat(enabled("brief")).isEmpty();

        assertThat(database.count("SELECT COUNT(*) FROM host_note")).isZero();
    }

    private List<List<String>> enabled(String client) {
        return database.rows("SELECT CASE WHEN enabled THEN 1 ELSE 0 END FROM durin_client WHERE name = ?", client);
    }

    @ParameterizedTest
    @CsvSource({
        "find, true",
        "list, 2",
        "renew, true",
        "issue, bob",
        "purge, 0",
        "client-find, web",
        "client-list, true",
        "revoke-all, 2",
        "scoped-issue, alice",
        "scoped-revoke, false",
        "scoped-revoke-all, alice"
    })
    void whenTheApplicationsTransactionIsKeptThenBothAreDone(String operation, String result) {
        String token = api.token("alice", "web");
        api.token("alice", "mobile");

        Answer answer = api.post("api/host/" + operation + "/kept?note=web", token);

        assertThat(answer.body()).isEqualTo(result);
        assertThat(database.rows("SELECT note FROM host_note")).containsExactly(List.of("web"));
    }

    private void fail(String operation, String token) {
        for (int time = 0; time < 3; time++) {
            api.post("api/host/" + operation + "?note=" + time, token);
        }
        assertThat(database.count("SELECT COUNT(*) FROM host_note")).isZero();
    }
}
