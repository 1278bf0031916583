package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginPolicyIT extends ServerTest {

    @Test
    void reuseWhenLoggedInTwiceThenTheSameTextAndExpiryAndOneRow() {
        Answer first = api.login("alice", "mobile");
        pass(Duration.ofHours(1));

        Answer second = api.login("alice", "mobile");

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(tokenRows()).isEqualTo(1);
        assertThat(events("TokenIssued")).hasSize(1);
        assertThat(events("LoginSucceeded")).hasSize(2);
    }

    @Test
    void reuseWhenExpiredThenANewTokenAndTheOldOneIsDead() {
        String old = api.token("alice", "mobile");
        pass(Duration.ofDays(7));

        Answer renewed = api.login("alice", "mobile");

        assertThat(renewed.status()).isEqualTo(200);
        assertThat(renewed.token()).isNotEqualTo(old);
        assertThat(api.get("api/who/authenticated", renewed.token()).status()).isEqualTo(200);
        assertThat(api.get("api/who/authenticated", old).status()).isEqualTo(401);
        assertThat(events("TokenExpired")).hasSize(1).first().asString().contains("source=LOGIN");
        assertThat(tokenRows()).isEqualTo(1);
    }

    @Test
    void reuseWhenOtherClientOrCallerThenOtherTokens() {
        assertThat(api.token("alice", "mobile"))
                .isNotEqualTo(api.token("bob", "mobile"))
                .isNotEqualTo(api.token("alice", "cli"));
        assertThat(tokenRows()).isEqualTo(3);
    }

    @Test
    void newWhenLoggedInTwiceThenBothLive() {
        String first = api.token("alice", "web");
        String second = api.token("alice", "web");

        assertThat(second).isNotEqualTo(first);
        assertThat(api.post("api/auth/logout", second).status()).isEqualTo(204);
        assertThat(api.get("api/who/authenticated", first).status()).isEqualTo(200);
        assertThat(api.get("api/who/authenticated", second).status()).isEqualTo(401);
    }

    @Test
    void replaceWhenLoggedInTwiceThenTheFirstIsDead() {
        String first = api.token("alice", "kiosk");
        String second = api.token("alice", "kiosk");

        assertThat(api.get("api/who/authenticated", first).detail()).isEqualTo("Invalid token.");
        assertThat(api.get("api/who/authenticated", second).status()).isEqualTo(200);
        assertThat(events("TokenRevoked")).hasSize(1).first().asString().contains("reason=REPLACED");
        assertThat(events("TokenIssued")).hasSize(2);
        assertThat(tokenRows()).isEqualTo(1);
    }

    @ParameterizedTest // B1.7
    @ValueSource(strings = {"web", "kiosk"})
    void newAndReplaceThenATextIsAnsweredOnce(String client) {
        Answer first = api.login("alice", client);

        assertThat(first.header("Cache-Control")).isEqualTo("no-store");
        assertThat(List.of(
                        api.get("api/auth/sessions", first.token()),
                        api.post("api/auth/refresh", first.token()),
                        api.post("api/auth/apiaccess", first.token()),
                        api.get("api/auth/apiaccess", first.token()),
                        api.login("alice", client)))
                .allSatisfy(answer -> assertThat(answer.status()).isBetween(200, 201))
                .noneMatch(answer -> answer.body().contains(first.token()));
    }

    @Test
    void reuseWhenTheRowsKeyIsGoneThenANewToken() {
        String old = api.token("alice", "mobile");
        database.rows("UPDATE durin_token SET key_id = 'retired'");

        String replacement = api.token("alice", "mobile");

        assertThat(replacement).isNotEqualTo(old);
        assertThat(api.get("api/who/authenticated", replacement).status()).isEqualTo(200);
        assertThat(events("TokenRevoked").get(0)).contains("reason=KEY_RETIRED");
    }
}
