package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The application's transaction fails after Durin has done something in it: its row goes, Durin's stays. */
class HostTransactionIT extends ServerTest {

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

    private void fail(String operation, String token) {
        for (int time = 0; time < 3; time++) {
            api.post("api/host/" + operation + "?note=" + time, token);
        }
        assertThat(database.count("SELECT COUNT(*) FROM host_note")).isZero();
    }
}
