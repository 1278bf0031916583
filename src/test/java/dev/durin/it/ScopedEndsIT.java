package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What ends a scoped token before its time, from the next request on. */
class ScopedEndsIT extends ScopedTest {

    private static final String FOO = "GET /api/echo/foo";
    private static final String PATH = "api/echo/foo";

    /** One that is known as good. */
    private Scoped used(String caller, String... more) {
        List<String> lines = new ArrayList<>(List.of(more));
        lines.add(FOO);
        Scoped token = scopedOf(caller, lines.toArray(String[]::new));
        assertUsable(token);
        return token;
    }

    private void assertUsable(Scoped token) {
        assertThat(get(PATH, token).status()).isEqualTo(200);
    }

    private void assertDead(Scoped token) {
        assertDead(token, "Invalid token.");
    }

    private void assertDead(Scoped token, String detail) {
        Answer answer = get(PATH, token);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.detail()).isEqualTo(detail);
    }

    @Test
    void knownThenNoQuery() {
        stopTime();
        Scoped alone = used("alice");
        Scoped child = used("alice", "parent " + api.token("alice", "web"));

        database.stop();
        try {
            assertUsable(alone);
            assertUsable(child);
        } finally {
            database.start();
        }
    }

    @Test
    void notKnownWhileTheDatabaseIsAwayThen503() {
        Scoped token = scoped(FOO);

        database.stop();
        try {
            assertThat(get(PATH, token).status()).isEqualTo(503);
        } finally {
            database.start();
        }
    }

    @Test
    void revokedByItsIdThenItAlone() {
        Scoped token = used("alice");
        Scoped other = used("alice");

        assertThat(scopedControl("revoke", token.id()).body()).isEqualTo("true");

        assertDead(token);
        assertUsable(other);
        assertThat(scopedControl("revoke", token.id()).body()).isEqualTo("false");
        assertThat(scopedControl("revoke", "no id").body()).isEqualTo("false");
        assertThat(events("ScopedTokenRevoked")).containsExactly("ScopedTokenRevoked[tokenId=" + token.id() + "]");
    }

    /** B11.91 */
    @Test
    void presentedWhenItIsNotGoodThenToldWhy() {
        Scoped ended = used("alice");
        scopedControl("revoke", ended.id());
        Scoped expired = used("alice");

        assertDead(ended);
        control("stop-time", "2100-01-01T00:00:00Z");
        assertThat(get(PATH, expired).status()).isEqualTo(401);
        Answer forged = api.send(api.request(PATH).header("Authorization", "TmpToken " + "no.such.token"));

        assertThat(forged.status()).isEqualTo(401);
        assertThat(events("TokenRefused"))
                .extracting(event -> event.replaceAll(", remoteAddress=.*", ""))
                .containsExactly(
                        "TokenRefused[reason=ENDED", "TokenRefused[reason=EXPIRED", "TokenRefused[reason=UNKNOWN");
    }

    @Test
    void revokedBeforeItsFirstUseThenDead() {
        Scoped token = scoped(FOO);

        scopedControl("revoke", token.id());

        assertDead(token);
    }

    @Test
    void revokedThenKeptInMindUntilNoneCanLiveAnyMore() {
        control("stop-time", "2026-11-29T12:00:00Z");
        String id = scoped(FOO).id();
        String rows = "SELECT COUNT(*) FROM durin_scoped_revocation WHERE id = '" + id + "'";
        scopedControl("revoke", id);

        // As long as one may live, with the clocks of three nodes apart.
        control("stop-time", "2026-11-30T12:00:59Z");
        control("purge", "");
        assertThat(database.count(rows)).isEqualTo(1);
        control("stop-time", "2026-11-30T12:01:00Z");
        control("purge", "");

        assertThat(database.count(rows)).isZero();
    }

    @Test
    void allOfACallerRevokedThenThoseAndWhatIsMadeLaterIsGood() {
        Scoped token = used("alice");
        Scoped bobs = used("bob");
        String stored = api.token("alice", "web");

        scopedControl("revoke-all", "alice");

        assertDead(token);
        assertUsable(bobs);
        assertUsable(scoped(FOO));
        assertThat(api.get("api/who/authenticated", stored).status()).isEqualTo(200);
    }

    @Test
    void loggedOutEverywhereThenDead() {
        Scoped token = used("alice");

        assertThat(api.post("api/auth/logoutall", api.token("alice", "web")).status())
                .isEqualTo(204);

        assertDead(token);
        assertUsable(scoped(FOO));
    }

    /** B9.83 */
    @Test
    void callerInactiveThenRefusedAndActiveAgainThenGood() {
        Scoped token = used("alice");

        control("inactive", "alice");
        control("forget", "alice");
        assertDead(token, "User inactive or deleted.");

        control("active", "alice");
        assertUsable(token);
    }

    /** B9.83 */
    @Test
    void groupLostThenNotLetIn() {
        Scoped token = scopedOf("root", "GET /api/echo/admin");
        assertThat(get("api/echo/admin", token).status()).isEqualTo(200);

        control("groups", "root=user");
        control("forget", "root");

        assertThat(get("api/echo/admin", token).status()).isEqualTo(403);
    }

    /** B9.84 */
    @Test
    void tokenThatItWasMadeWithEndedThenDead() {
        String parent = api.token("alice", "web");
        Scoped token = used("alice", "parent " + parent);
        Scoped other = used("alice", "parent " + api.token("alice", "web"));

        api.post("api/auth/logout", parent);

        assertDead(token);
        assertUsable(other);
    }

    @Test
    void tokenThatItWasMadeWithReplacedThenDead() {
        Scoped token = used("alice", "parent " + api.token("alice", "kiosk"));

        api.token("alice", "kiosk");

        assertDead(token);
    }

    @Test
    void tokenThatItWasMadeWithRenewedThenGood() {
        String parent = api.token("alice", "web");
        Scoped token = used("alice", "parent " + parent);

        api.post("api/auth/refresh", parent);

        assertUsable(token);
    }

    @Test
    void tokenThatItWasMadeWithExpiredThenDead() {
        String parent = api.token("alice", "web");
        pass(Duration.ofHours(23).plusMinutes(30));
        Scoped token = used("alice", "parent " + parent);

        pass(Duration.ofMinutes(31));

        assertDead(token, "The given token has expired.");
    }

    @Test
    void clientOfTheTokenThatItWasMadeWithDisabledThenRefused() {
        control("create-client", "switched");
        Scoped token = used("alice", "parent " + api.token("alice", "switched"));

        control("disable", "switched");
        assertDead(token, "The client of this token is disabled.");

        control("enable", "switched");
        assertUsable(token);
        control("delete-client", "switched");
        assertDead(token);
    }

    /** A row by hand, as another node would write it. */
    @Test
    void revokedByAnotherNodeThenDeadWhenThatWasRead() {
        Scoped token = used("alice");
        database.rows("INSERT INTO durin_scoped_revocation (id, expiry) VALUES ('" + token.id() + "', 9000000000000)");
        assertUsable(token);
        database.rows("INSERT INTO durin_revocation (id, recorded, kind, subject) VALUES (77, "
                + Instant.now().toEpochMilli() + ", 'token', '" + token.id() + "')");

        control("read-feed", "");

        assertDead(token);
        database.rows("DELETE FROM durin_revocation WHERE id = 77");
    }

    /** B3.21: nothing that was being loaded meanwhile is kept. */
    @Test
    void revokedWhileInUseThenNotOneRequestAfterIt() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 30; round++) {
                Scoped token = scoped(FOO);
                AtomicBoolean revoked = new AtomicBoolean();
                List<Future<Boolean>> users = new ArrayList<>();
                for (int user = 0; user < 3; user++) {
                    users.add(threads.submit(() -> isRefusedFromThenOn(token, revoked)));
                }
                scopedControl(round % 2 == 0 ? "revoke" : "revoke-all", round % 2 == 0 ? token.id() : "alice");
                revoked.set(true);
                for (Future<Boolean> user : users) {
                    assertThat(user.get()).isTrue();
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private boolean isRefusedFromThenOn(Scoped token, AtomicBoolean revoked) {
        int after = 0;
        boolean refused = true;
        while (after < 3) {
            boolean before = !revoked.get();
            int status = get(PATH, token).status();
            if (!before) {
                after++;
                refused &= status == 401;
            }
        }
        return refused;
    }

    /** All at once, of a caller who has no row yet. */
    @Test
    void allRevokedByManyAtOnceThenEachOfThemSucceeds() throws Exception {
        for (int round = 0; round < 10; round++) {
            String caller = "crowd" + round;
            ExecutorService threads = Executors.newFixedThreadPool(4);
            try {
                List<Future<Answer>> all = new ArrayList<>();
                for (int one = 0; one < 4; one++) {
                    all.add(threads.submit(() -> scopedControl("revoke-all", caller)));
                }
                for (Future<Answer> each : all) {
                    assertThat(each.get().status()).isLessThan(300);
                }
            } finally {
                threads.shutdownNow();
            }
            assertThat(database.count("SELECT generation FROM durin_caller WHERE caller = '" + caller + "'"))
                    .isEqualTo(4);
        }
    }
}
