package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Scoped tokens that one node makes and ends, and another one knows as good. B3.20 */
@Tag("nodes")
class ScopedNodesIT {

    private static final Duration BOUND = Duration.ofSeconds(2);
    private static final int ROUNDS = 10;

    private static final Nodes NODES = Nodes.started();

    private final NodeApi a = NODES.a();
    private final NodeApi b = NODES.b();

    @BeforeEach
    void beginAnew() {
        NODES.beginAnew();
    }

    private static String control(NodeApi node, String what, String value) {
        Answer answer = node.api().postForm("api/test-scoped/" + what, Map.of("value", value));
        assertThat(answer.status()).as(answer.body()).isLessThan(300);
        return answer.body();
    }

    private static int status(NodeApi node, String token) {
        return node.api()
                .send(node.api().request("api/echo/foo").header("Authorization", "TmpToken " + token))
                .status();
    }

    /** Text and id of one that both nodes know as good. */
    private String[] known(String... more) {
        String[] parts = control(a, "issue", "alice\nGET /api/echo" + String.join("", more))
                .split(" ", -1);
        assertThat(status(a, parts[0])).isEqualTo(200);
        assertThat(status(b, parts[0])).isEqualTo(200);
        return parts;
    }

    private void assertHeeded(String token) {
        assertThat(status(a, token)).as("on the node that has ended it").isEqualTo(401);
        assertThat(NodeApi.until(() -> status(b, token) == 401)).isLessThanOrEqualTo(BOUND);
    }

    @Test
    void revokedByItsIdThenRefusedByTheOther() {
        for (int round = 0; round < ROUNDS; round++) {
            String[] token = known();
            control(a, "revoke", token[1]);
            assertHeeded(token[0]);
        }
    }

    @Test
    void allOfACallerRevokedThenRefusedByTheOther() {
        for (int round = 0; round < ROUNDS; round++) {
            String[] token = known();
            control(a, "revoke-all", "alice");
            assertHeeded(token[0]);
        }
    }

    @Test
    void loggedOutEverywhereThenRefusedByTheOther() {
        for (int round = 0; round < ROUNDS; round++) {
            String[] token = known();
            assertThat(a.api()
                            .post("api/auth/logoutall", a.api().token("alice", "web"))
                            .status())
                    .isEqualTo(204);
            assertHeeded(token[0]);
        }
    }

    @Test
    void tokenThatItWasMadeWithEndedThenRefusedByTheOther() {
        for (int round = 0; round < ROUNDS; round++) {
            String parent = a.api().token("alice", "web");
            String[] token = known("\nparent " + parent);
            assertThat(a.api().post("api/auth/logout", parent).status()).isEqualTo(204);
            assertHeeded(token[0]);
        }
    }

    /** B3.25 */
    @Test
    void othersThatCannotBeHeardThenNotTrustedForLong() {
        String[] token = known();
        NODES.rows("ALTER TABLE durin_revocation RENAME TO durin_hidden");
        try {
            NODES.rows("INSERT INTO durin_scoped_revocation (id, expiry) VALUES (?, ?)", token[1], Long.MAX_VALUE / 2);
            b.pass(Duration.ofSeconds(10));

            assertThat(status(b, token[0])).isEqualTo(401);
        } finally {
            NODES.rows("ALTER TABLE durin_hidden RENAME TO durin_revocation");
        }
        b.control("read-feed", "");
    }
}
