package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Refresh, logout, logout everywhere, purge. */
@Tag("smoke")
class LifecycleIT extends ServerTest {

    @Test
    void refreshThenLaterExpiryAndTheSameText() {
        Answer login = api.login("alice", "web");
        pass(Duration.ofHours(23));

        Answer answer = api.post("api/auth/refresh", login.token());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().keySet()).containsExactly("expiry");
        Duration later = Duration.between(
                Instant.parse(login.json().getString("expiry")),
                Instant.parse(answer.json().getString("expiry")));
        assertThat(later).isBetween(Duration.ofHours(23), Duration.ofHours(23).plusMinutes(1));
        pass(Duration.ofHours(2));
        assertThat(api.get("api/who/authenticated", login.token()).status()).isEqualTo(200);
        assertThat(events("TokenRenewed")).hasSize(1);
    }

    @Test
    void refreshWhenExpiredThen401AndNothingIsRevived() { // B4.33
        String token = api.token("alice", "web");
        pass(Duration.ofDays(1));

        assertThat(api.post("api/auth/refresh", token).detail()).isEqualTo("The given token has expired.");
        assertThat(tokenRows()).isZero();
    }

    @Test
    void refreshWhenClientHasNewLifetimeThenItCounts() {
        String token = api.token("alice", "web");
        database.rows("UPDATE durin_client SET token_ttl = 3600000 WHERE name = 'web'");
        try {
            Instant expiry =
                    Instant.parse(api.post("api/auth/refresh", token).json().getString("expiry"));

            assertThat(Duration.between(Instant.now(), expiry)).isLessThanOrEqualTo(Duration.ofHours(1));
        } finally {
            database.rows("UPDATE durin_client SET token_ttl = 86400000 WHERE name = 'web'");
        }
    }

    @Test
    void logoutThenOnlyThisTokenIsDead() {
        String first = api.token("alice", "web");
        String second = api.token("alice", "web");

        Answer answer = api.post("api/auth/logout", first);

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        assertThat(api.post("api/auth/logout", first).detail()).isEqualTo("Invalid token.");
        assertThat(api.get("api/who/authenticated", second).status()).isEqualTo(200);
        assertThat(events("TokenRevoked")).hasSize(1).first().asString().contains("reason=LOGOUT]");
        assertThat(events("LoggedOut")).containsExactly("LoggedOut[caller=alice, client=web, everywhere=false]");
    }

    @Test
    void logoutWhenDeleteThenTheSame() {
        String token = api.token("alice", "web");

        assertThat(api.delete("api/auth/logout/", token).status()).isEqualTo(204);
        assertThat(api.get("api/who/authenticated", token).status()).isEqualTo(401);
    }

    @Test
    void logoutAllThenEveryTokenOfTheCallerIsDeadAndNoOther() {
        String web = api.token("alice", "web");
        String mobile = api.token("alice", "mobile");
        String bob = api.token("bob", "web");

        assertThat(api.post("api/auth/logoutall", web).status()).isEqualTo(204);

        assertThat(api.get("api/who/authenticated", web).status()).isEqualTo(401);
        assertThat(api.get("api/who/authenticated", mobile).status()).isEqualTo(401);
        assertThat(api.get("api/who/authenticated", bob).status()).isEqualTo(200);
        assertThat(events("TokenRevoked")).hasSize(2).allMatch(event -> event.contains("reason=LOGOUT_ALL"));
    }

    @Test
    void logoutAllWhenCallerIsInTheBodyThenItIsNotLookedAt() { // B5.41
        String alice = api.token("alice", "web");
        String bob = api.token("bob", "web");

        Answer answer = api.send(api.request("api/auth/logoutall?username=bob&caller=bob")
                .header("Authorization", "Token " + alice)
                .header("X-User", "bob") // B2.18
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("username=bob&caller=bob")));

        assertThat(answer.status()).isEqualTo(204);
        assertThat(api.get("api/who/authenticated", bob).status()).isEqualTo(200);
    }

    @Test
    void logoutAllWhenThousandsOfTokensThenAllInBatches() {
        api.token("alice", "web");
        copyTokens(1_234);
        String token = api.token("alice", "web");

        assertThat(api.post("api/auth/logoutall", token).status()).isEqualTo(204);

        assertThat(tokenRows()).isZero();
        assertThat(events("TokenRevoked")).hasSize(1_236);
    }

    @Test
    void purgeThenAbandonedExpiredTokensAreGoneAndEachIsAnnouncedOnce() {
        api.token("alice", "web");
        copyTokens(1_234);
        api.token("alice", "mobile");
        pass(Duration.ofDays(2));

        control("purge", "");

        assertThat(tokenRows()).isEqualTo(1);
        assertThat(events("TokenExpired").stream().distinct()).hasSize(1_235).allMatch(e -> e.contains("source=PURGE"));
        assertThat(events("TokenExpired")).hasSize(1_235);
    }

    @Test
    void tokensWhenUsedInCodeThenTheSameAsByTheEndpoints() {
        String token = api.postForm("api/test/issue", Map.of("value", "bob")).body();

        assertThat(api.get("api/who/only-web", token).body()).isEqualTo("bob");
    }
}
