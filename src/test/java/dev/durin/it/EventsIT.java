package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is announced when, and what an observer's failure does. */
@Tag("smoke")
class EventsIT extends ServerTest {

    @Test
    void loginThenAnnouncedInOrderWithoutSecrets() {
        Answer login = api.login("alice", "web");

        assertThat(events())
                .extracting(event -> event.substring(0, event.indexOf('[')))
                .containsSubsequence("LoginStarting", "TokenIssued", "CommittedTokenIssued", "LoginSucceeded");
        assertThat(String.join("\n", events()))
                .doesNotContain("alice-pass-1")
                .doesNotContain(login.token())
                .doesNotContain(login.token().substring(0, 32));
    }

    /** B11.91 */
    @Test
    void eachStepOfATokenThenOneEventThatSaysWhoseItIsAndWhereItComesFrom() {
        String token = api.token("alice", "web");
        String whose = "caller=alice, client=web, tokenId=" + database.count("SELECT id FROM durin_token");
        api.login("alice", "not-the-password", "web");
        pass(Duration.ofHours(1));
        api.post("api/auth/refresh", token);
        api.post("api/auth/logout", token);

        assertThat(events("TokenIssued")).singleElement().asString().startsWith("TokenIssued[" + whose + ", expiry=");
        assertThat(events("LoginSucceeded")).containsExactly("LoginSucceeded[" + whose + ", remoteAddress=127.0.0.1]");
        assertThat(events("LoginFailed"))
                .containsExactly(
                        "LoginFailed[username=alice, client=web, reason=CREDENTIALS, remoteAddress=127.0.0.1]");
        assertThat(events("TokenRenewed")).singleElement().asString().startsWith("TokenRenewed[" + whose + ", expiry=");
        assertThat(events("TokenRevoked")).containsExactly("TokenRevoked[" + whose + ", reason=LOGOUT]");
        assertThat(events("LoggedOut")).containsExactly("LoggedOut[caller=alice, client=web, everywhere=false]");
        assertThat(String.join("\n", events())).doesNotContain("not-the-password", "alice-pass-1", token);
    }

    /** B11.94, B11.91 */
    @ParameterizedTest
    @ValueSource(strings = {"UNKNOWN", "ENDED", "EXPIRED", "CALLER_INACTIVE", "CLIENT_DISABLED"})
    void callWhenTheTokenIsNotGoodThenTheOperatorSeesWhyAndWhereItComesFrom(String why) {
        control("create-client", "partner");
        try {
            String token = api.token("alice", "partner");
            switch (why) {
                case "ENDED" -> api.post("api/auth/logout", token);
                case "EXPIRED" -> pass(Duration.ofDays(1));
                case "CALLER_INACTIVE" -> {
                    control("inactive", "alice");
                    control("forget", "alice");
                }
                case "CLIENT_DISABLED" -> control("disable", "partner");
                default -> token = "0".repeat(64);
            }

            assertThat(api.get("api/who/authenticated", token).status()).isEqualTo(401);

            assertThat(events("TokenRefused"))
                    .containsExactly("TokenRefused[reason=" + why + ", remoteAddress=127.0.0.1]");
        } finally {
            database.rows("DELETE FROM durin_token");
            database.rows("DELETE FROM durin_client WHERE declared = FALSE");
        }
    }

    /** B11.93 */
    @Test
    void callWhenTheTokenIsNotGoodAndAnObserverFailsThenTheSameAnswer() {
        control("failing-event", "TokenRefused");

        Answer answer = api.get("api/who/authenticated", "0".repeat(64));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.detail()).isEqualTo("Invalid token.");
    }

    @Test
    void tokenIssuedThenAlsoToAsynchronousObservers() {
        api.token("alice", "web");
        String issued = "Async" + events("TokenIssued").get(0);

        Instant patience = Instant.now().plusSeconds(60);
        while (!events().contains(issued) && Instant.now().isBefore(patience)) {
            Thread.onSpinWait();
        }

        // Others may still come, of what went before.
        assertThat(events()).containsOnlyOnce(issued);
    }

    /** B11.93 */
    @ParameterizedTest
    @ValueSource(strings = {"TokenIssued", "LoginSucceeded"})
    void loginWhenAnObserverFailsThenLoggedIn(String event) {
        control("failing-event", event);

        Answer login = api.login("alice", "web");

        assertThat(login.status()).isEqualTo(200);
        assertThat(api.get("api/who/authenticated", login.token()).status()).isEqualTo(200);
    }

    @Test
    void loginWhenAnObserverOfLoginFailedFailsThenTheSameAnswer() {
        control("failing-event", "LoginFailed");

        assertThat(api.login("alice", "wrong", "web").status()).isEqualTo(400);
    }

    @Test
    void loginWhenAnObserverOfLoginStartingFailsThen503() {
        control("failing-event", "LoginStarting");

        Answer login = api.login("alice", "web");

        assertThat(login.status()).isEqualTo(503);
        assertThat(login.detail()).isEqualTo("The service is temporarily unavailable. Please try again later.");
        assertThat(tokenRows()).isZero();
    }

    /** Whoever writes the name into a log writes one line, and none that reads backwards. B11.92 */
    @Test
    void loginWithANameThatEndsALineThenTheEventHasSpaces() {
        api.login("al\r\nice\u0085\u009b\u2028\u202eecila", "wrong", "web");

        assertThat(events("LoginFailed")).singleElement().asString().contains("username=al  ice    ecila,");
    }

    /** So that a veto spares the work, and learns nothing of the password. */
    @Test
    void loginWhenVetoedThenThePasswordIsNotLookedAt() {
        control("veto", "alice");
        control("store-fails", "true");

        assertThat(api.login("alice", "web").status()).isEqualTo(400);
        assertThat(events("LoginFailed")).hasSize(1).first().asString().contains("reason=VETOED");
    }

    @Test
    void loginWhenItEvictsAndAnObserverFailsThenBothAreDone() {
        control("create-client", "partner");
        try {
            control("change-client", "partner=policy NEW,max 1");
            String oldest = api.token("alice", "partner");
            control("failing-event", "TokenRevoked");

            String token = api.token("alice", "partner");

            assertThat(api.get("api/who/authenticated", oldest).status()).isEqualTo(401);
            assertThat(api.get("api/who/authenticated", token).status()).isEqualTo(200);
        } finally {
            database.rows("DELETE FROM durin_token");
            database.rows("DELETE FROM durin_client WHERE declared = FALSE");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TokenRevoked", "LoggedOut"})
    void logoutWhenAnObserverFailsThenStillLoggedOut(String event) {
        String token = api.token("alice", "web");
        control("failing-event", event);

        assertThat(api.post("api/auth/logout", token).status()).isEqualTo(204);
        assertThat(api.get("api/who/authenticated", token).status()).isEqualTo(401);
    }

    @Test
    void refreshWhenAnObserverFailsThenStillRenewed() {
        String token = api.token("alice", "web");
        control("failing-event", "TokenRenewed");
        pass(Duration.ofHours(23));

        assertThat(api.post("api/auth/refresh", token).status()).isEqualTo(200);

        pass(Duration.ofHours(2));
        assertThat(api.get("api/who/authenticated", token).status()).isEqualTo(200);
    }

    @Test
    void callWhenExpiredAndAnObserverFailsThenStillExpiredAndRemoved() {
        String token = api.token("alice", "web");
        control("failing-event", "TokenExpired");
        pass(Duration.ofDays(1));

        assertThat(api.get("api/who/authenticated", token).detail()).isEqualTo("The given token has expired.");
        assertThat(tokenRows()).isZero();
    }

    /** B11.93: the other way, for whoever wants it. */
    @Test
    void loginWhenAnObserverRollsBackThenNoToken() {
        control("rolling-back-event", "TokenIssued");

        assertThat(api.login("root", "mobile").status()).isEqualTo(503);
        assertThat(tokenRows()).isZero();
        assertThat(events("AsyncTokenIssued")).noneMatch(event -> event.contains("caller=root"));
        assertThat(events("CommittedTokenIssued"))
                .hasSize(TestServer.current().takesMarkedForRollbackForNoTransaction() ? 1 : 0);
    }

    @Test
    void logoutWhenAnObserverRollsBackThenAnErrorAndTheTokenLives() {
        String token = api.token("alice", "web");
        control("rolling-back-event", "TokenRevoked");

        assertThat(api.post("api/auth/logout", token).status()).isEqualTo(503);
        assertThat(api.get("api/who/authenticated", token).status()).isEqualTo(200);
    }

    @Test
    void callWhenExpiredAndAnObserverRollsBackThenStillRefusedAndAnnouncedWhenItIsGone() {
        String token = api.token("alice", "web");
        control("rolling-back-event", "TokenExpired");
        pass(Duration.ofDays(1));

        assertThat(api.get("api/who/authenticated", token).detail()).isEqualTo("The given token has expired.");
        assertThat(api.get("api/who/authenticated", token).detail()).isEqualTo("The given token has expired.");

        control("rolling-back-event", "");
        assertThat(api.get("api/who/authenticated", token).status()).isEqualTo(401);
        assertThat(tokenRows()).isZero();
    }
}
