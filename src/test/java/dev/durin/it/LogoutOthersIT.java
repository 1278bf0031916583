package dev.durin.it;

import static dev.durin.it.AtOnce.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Logout everywhere else. B5.44 */
@Tag("smoke")
class LogoutOthersIT extends ServerTest {

    @Test
    void logoutElsewhereThenAllOthersOfTheCallerEnd() {
        String token = api.token("alice", "web");
        List<String> others = List.of(
                api.token("alice", "web"),
                api.token("alice", "mobile"),
                api.token("alice", "kiosk"),
                api.post("api/auth/apiaccess", token).token());
        String bob = api.token("bob", "web");
        assertThat(statuses(others)).as("known from now on").containsOnly(200);

        Answer answer = api.post("api/auth/logoutothers", token);

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(statuses(others)).containsOnly(401);
        assertThat(statuses(List.of(token, bob))).containsOnly(200);
        assertThat(tokenRows()).isEqualTo(2);
        assertThat(events("TokenRevoked")).hasSize(4).allMatch(event -> event.contains("reason=LOGOUT_OTHERS"));
        assertThat(events("LoggedOut")).isEmpty();
        assertThat(api.post("api/auth/logoutothers", token).status()).isEqualTo(204);
    }

    @Test
    void logoutElsewhereWhenOthersHaveExpiredThenTheyAreSaidToHave() {
        api.token("alice", "swift");
        String token = api.token("alice", "web");
        pass(Duration.ofSeconds(2));

        api.post("api/auth/logoutothers", token);

        assertThat(events("TokenExpired")).hasSize(1);
        assertThat(events("TokenRevoked")).isEmpty();
    }

    @Test
    void logoutElsewhereWhenThousandsOfOthersThenInBatches() {
        String token = api.token("alice", "web");
        copyTokens(1_234);

        assertThat(api.post("api/auth/logoutothers", token).status()).isEqualTo(204);

        assertThat(tokenRows()).isEqualTo(1);
        assertThat(events("TokenRevoked")).hasSize(1_234);
    }

    @Test
    void logoutElsewhereWithAnApiAccessTokenThen403() {
        String token = api.token("alice", "web");
        String key = api.post("api/auth/apiaccess", token).token();

        assertThat(api.post("api/auth/logoutothers", key).status()).isEqualTo(403);
        assertThat(api.get("api/who/authenticated", token).status()).isEqualTo(200);
    }

    @Test
    void logoutElsewhereWithoutATokenThen401() {
        assertThat(api.postForm("api/auth/logoutothers", Map.of()).status()).isEqualTo(401);
    }

    /** Each would end the other; the one that comes second has no right any more. */
    @RepeatedTest(10)
    void logoutElsewhereFromTwoPlacesAtOnceThenOneStays() throws Exception {
        List<String> tokens = List.of(api.token("alice", "web"), api.token("alice", "web"));

        List<Answer> answers = atOnce(2, n -> api.post("api/auth/logoutothers", tokens.get(n)));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(204, 401);
        assertThat(statuses(tokens)).containsExactlyInAnyOrder(200, 401);
        assertThat(tokenRows()).isEqualTo(1);
    }

    /** What is logged in after the answer lives; what was before is gone. */
    @RepeatedTest(10)
    void logoutElsewhereAgainstLoginsThenNoErrorAndWhatWasBeforeIsGone() throws Exception {
        String token = api.token("alice", "web");
        List<String> before = List.of(api.token("alice", "web"), api.token("alice", "mobile"));

        List<Answer> answers = atOnce(
                8,
                n -> n == 0
                        ? api.post("api/auth/logoutothers", token)
                        : api.login("alice", n % 2 == 0 ? "web" : "kiosk"));

        assertThat(answers.get(0).status()).isEqualTo(204);
        assertThat(answers.subList(1, 8)).extracting(Answer::status).containsOnly(200);
        assertThat(statuses(before)).containsOnly(401);
        assertThat(statuses(List.of(token))).containsOnly(200);
        assertThat(api.login("alice", "web").status()).isEqualTo(200);
    }

    private List<Integer> statuses(List<String> tokens) {
        return tokens.stream()
                .map(token -> api.get("api/who/authenticated", token).status())
                .toList();
    }
}
