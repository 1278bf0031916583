package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of a token spares queries, and yet whatever ends or changes it holds with the next request. B3.19, B3.22 */
class CacheIT extends ServerTest {

    private static final String WHO = "api/who/authenticated";

    /** What is known holds for seconds, which a busy machine may need for a request. */
    @BeforeEach
    void timeStandsStill() {
        stopTime();
    }

    /** A token that was used, so that it is known. */
    private String used(String caller, String client) {
        String token = api.token(caller, client);
        assertUsable(token);
        return token;
    }

    private void assertUsable(String token) {
        assertThat(api.get(WHO, token).status()).isEqualTo(200);
    }

    private void assertDead(String token) {
        assertThat(api.get(WHO, token).status()).isEqualTo(401);
    }

    @Test
    void useWhenTheDatabaseIsAwayThenKnownTokensGoOnForAsLongAsOthersMayGoUnheard() { // B3.29
        String token = used("alice", "web");
        String unused = api.token("alice", "web");

        database.stop();
        try {
            assertUsable(token);
            assertThat(api.get(WHO, unused).status()).isEqualTo(503);
            pass(Duration.ofSeconds(10));
            assertThat(api.get(WHO, token).status()).isEqualTo(503);
        } finally {
            database.start();
        }

        assertUsable(token);
    }

    @Test
    void useWhenTheRowIsRemovedByHandThenDeadAfterTheTimeout() {
        String token = used("alice", "web");
        database.rows("DELETE FROM durin_token");

        assertUsable(token);
        pass(Duration.ofSeconds(60));

        assertDead(token);
    }

    /** As another node would; what asks the database learns of it, and then this node knows. */
    @ParameterizedTest
    @ValueSource(strings = {"logout", "refresh", "apiaccess"})
    void changeWhenTheRowIsRemovedByHandThenRefusedAndDeadAtOnce(String change) {
        String token = used("alice", "web");
        database.rows("DELETE FROM durin_token");
        assertUsable(token);

        assertThat(api.post("api/auth/" + change, token).status()).isEqualTo(401);

        assertDead(token);
        assertThat(tokenRows()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"refresh", "apiaccess"})
    void changeWhenTheClientIsDisabledByHandThenRefusedAndDeadAtOnce(String change) {
        control("create-client", "switched");
        String token = used("alice", "switched");
        database.rows("UPDATE durin_client SET enabled = FALSE WHERE name = 'switched'");
        assertUsable(token);

        assertThat(api.post("api/auth/" + change, token).status()).isEqualTo(401);

        assertDead(token);
        control("delete-client", "switched");
    }

    @Test
    void refreshWhenTheClientIsRenamedByHandThenRenewed() {
        control("create-client", "before");
        String token = used("alice", "before");
        database.rows("UPDATE durin_client SET name = 'after' WHERE name = 'before'");

        assertThat(api.post("api/auth/refresh", token).status()).isEqualTo(200);

        control("delete-client", "after");
    }

    @Test
    void useWhenExpiredThenDeadAlthoughKnown() {
        String token = used("alice", "swift");
        pass(Duration.ofSeconds(1));
        assertUsable(token);

        pass(Duration.ofSeconds(1));

        assertThat(api.get(WHO, token).detail()).isEqualTo("The given token has expired.");
    }

    @Test
    void useWhenRenewedElsewhereThenNotRefusedAtItsOldExpiry() {
        String token = used("alice", "web");
        database.rows("UPDATE durin_token SET expiry = expiry + 86400000");

        pass(Duration.ofHours(25));

        assertUsable(token);
    }

    @Test
    void logoutThenDead() {
        String token = used("alice", "web");

        api.post("api/auth/logout", token);

        assertDead(token);
    }

    @Test
    void logoutAllThenAllDead() {
        String web = used("alice", "web");
        String mobile = used("alice", "mobile");

        api.post("api/auth/logoutall", web);

        assertDead(web);
        assertDead(mobile);
    }

    @Test
    void sessionEndedThenDead() {
        String ended = used("alice", "mobile");
        long id = Long.parseLong(
                database.rows("SELECT id FROM durin_token").get(0).get(0));

        api.delete("api/auth/sessions/" + id, used("alice", "web"));

        assertDead(ended);
    }

    @Test
    void replacedByALoginThenDead() {
        String token = used("alice", "kiosk");

        api.token("alice", "kiosk");

        assertDead(token);
    }

    @Test
    void apiAccessDeletedThenDead() {
        String web = used("alice", "web");
        String key = api.post("api/auth/apiaccess", web).json().getString("token");
        assertUsable(key);

        assertThat(api.delete("api/auth/apiaccess", web).status()).isEqualTo(204);

        assertDead(key);
    }

    @Test
    void renewedThenTheNewExpiryCounts() {
        String token = used("alice", "web");
        pass(Duration.ofHours(23));
        assertUsable(token);

        api.post("api/auth/refresh", token);

        pass(Duration.ofHours(23));
        assertUsable(token);
    }

    @Test
    void clientDisabledThenRefusedAndEnabledThenGoodAgain() {
        control("create-client", "switched");
        String token = used("alice", "switched");

        control("disable", "switched");
        assertDead(token);
        control("enable", "switched");
        assertUsable(token);

        control("delete-client", "switched");
        assertDead(token);
    }

    @Test
    void clientRenamedThenTheNewNameIsJudged() {
        control("create-client", "before");
        String token = used("alice", "before");

        control("rename-client", "before=after");

        assertThat(api.get("api/auth/sessions", token).body())
                .contains("\"after\"")
                .doesNotContain("before");
        assertThat(api.get("api/who/client", token).body()).isEqualTo("after");
        control("delete-client", "after");
    }

    @Test
    void callerForgottenThenGroupsAndStatusAreReadAgain() {
        String token = used("alice", "web");
        control("groups", "alice=user,admin");
        assertThat(api.get("api/who/admin", token).status()).as("known").isEqualTo(403);

        control("forget", "alice");
        assertThat(api.get("api/who/admin", token).status()).isEqualTo(200);

        control("inactive", "alice");
        assertThat(api.get("api/who/admin", token).status()).as("known").isEqualTo(200);
        control("forget", "alice");
        assertDead(token);
    }

    @Test
    void callerForgottenInATransactionThenReadAgainWhenItHasEnded() { // B3.24
        String token = used("alice", "web");

        forgetInTransaction("alice", token);

        assertThat(api.get("api/who/admin", token).status()).isEqualTo(200);
    }

    @Test
    void groupsChangedThenSeenAfterTheTimeout() {
        String token = used("alice", "web");
        control("groups", "alice=user,admin");

        pass(Duration.ofSeconds(60));

        assertThat(api.get("api/who/admin", token).status()).isEqualTo(200);
    }

    @Test
    void revocationRolledBackThenStillGood() { // B3.24
        String token = used("alice", "web");
        control("rolling-back-event", "TokenRevoked");

        assertThat(api.post("api/auth/logout", token).status()).isEqualTo(503);

        control("rolling-back-event", "");
        assertUsable(token);
        pass(Duration.ofSeconds(60));
        assertUsable(token);
    }

    @Test
    void tokenOfAnotherTextWithTheSameBeginningThenRefusedAlthoughKnown() {
        String token = used("alice", "web");
        String other = token.substring(0, 63) + (token.endsWith("0") ? "1" : "0");

        assertThat(api.get(WHO, other).detail()).isEqualTo("Invalid token.");
    }
}
