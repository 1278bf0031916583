package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginPolicyIT extends ServerTest {

    @AfterEach
    void removeWhatWasMade() {
        database.rows("DELETE FROM durin_token");
        database.rows("DELETE FROM durin_client WHERE declared = FALSE");
    }

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

    /** Under each policy twice, then a change, then twice more; what is alive of the texts in their order. */
    @ParameterizedTest
    @CsvSource({
        "NEW,     REUSE,   true  true  true",
        "NEW,     REPLACE, true  true  false true",
        "REUSE,   NEW,     true  true  true",
        "REUSE,   REPLACE, false false true",
        "REPLACE, NEW,     false true  true  true",
        "REPLACE, REUSE,   false true",
    })
    void policyWhenChangedThenTokensStayAndTheNextLoginGoesByIt(String before, String after, String alive) {
        control("create-client", "partner");
        control("change-client", "partner=policy " + before);
        List<String> texts = new ArrayList<>(List.of(api.token("alice", "partner"), api.token("alice", "partner")));
        List<Integer> living = statuses(texts);
        int revoked = events("TokenRevoked").size();

        control("change-client", "partner=policy " + after);

        assertThat(statuses(texts)).isEqualTo(living);
        assertThat(events("TokenRevoked")).hasSize(revoked);
        texts.add(api.token("alice", "partner"));
        texts.add(api.token("alice", "partner"));
        assertThat(statuses(texts.stream().distinct().toList()))
                .isEqualTo(Stream.of(alive.split(" +", -1))
                        .map(each -> each.equals("true") ? 200 : 401)
                        .toList());
    }

    private List<Integer> statuses(List<String> texts) {
        return texts.stream()
                .map(text -> api.get("api/who/authenticated", text).status())
                .toList();
    }

    /** What the policy before has made of the one slot is there again. */
    @Test
    void policyWhenChangedBackThenTheReusedTokenIsAnsweredAgain() {
        control("create-client", "partner");
        String reused = api.token("alice", "partner");
        control("change-client", "partner=policy NEW");
        api.token("alice", "partner");
        control("change-client", "partner=policy REUSE");

        assertThat(api.token("alice", "partner")).isEqualTo(reused);
        assertThat(tokenRows()).isEqualTo(2);
    }
}
