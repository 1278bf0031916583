package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

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
