package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiAccessIT extends ServerTest {

    private static final String PATH = "api/auth/apiaccess";

    @Test
    void apiAccessThenIssuedOnceShownWithoutTextAndEnded() {
        String login = api.token("alice", "web");
        assertThat(api.get(PATH, login).status()).isEqualTo(404);

        Answer issued = api.post(PATH, login);
        assertThat(issued.status()).isEqualTo(201);
        assertThat(issued.json().keySet())
                .containsExactly("client", "created", "expiry", "has_expired", "expires_in_str", "token");
        assertThat(issued.json().getString("client")).isEqualTo("api");
        assertThat(api.get("api/who/authenticated", issued.token()).body()).isEqualTo("alice");

        Answer shown = api.get(PATH, login);
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.body()).doesNotContain(issued.token()).doesNotContain("\"token\"");

        Answer again = api.post(PATH, login);
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.detail()).isEqualTo("An API token was already issued to you.");

        assertThat(api.delete(PATH, login).status()).isEqualTo(204);
        assertThat(api.get("api/who/authenticated", issued.token()).status()).isEqualTo(401);
        assertThat(api.delete(PATH, login).status()).isEqualTo(404);
    }

    @Test
    void issueWhenTheOldOneHasExpiredThenANewOne() {
        String first = api.post(PATH, api.token("alice", "cli")).token();
        pass(Duration.ofDays(365));

        assertThat(api.get(PATH, api.token("alice", "cli")).status()).isEqualTo(404);
        Answer second = api.post(PATH, api.token("alice", "cli"));

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.token()).isNotEqualTo(first);
    }

    /** A leaked key that lives for a year must not end or make sessions. */
    @ParameterizedTest
    @CsvSource({
        "GET, api/auth/sessions, 403",
        "DELETE, api/auth/sessions/1, 403",
        "POST, api/auth/logoutall, 403",
        "POST, api/auth/logoutothers, 403",
        "POST, api/auth/apiaccess, 403",
        "GET, api/auth/apiaccess, 200",
        "POST, api/auth/refresh, 200",
        "GET, api/who/authenticated, 200",
        "DELETE, api/auth/apiaccess, 204",
        "POST, api/auth/logout, 204",
    })
    void callWithTheApiAccessTokenItselfThenOnlyWhatItMayDo(String method, String path, int status) {
        String key = api.post(PATH, api.token("alice", "web")).token();

        assertThat(api.call(method, path, key).status()).isEqualTo(status);
    }

    @Test
    void sessionsThenTheApiAccessTokenIsAmongThem() {
        String login = api.token("alice", "web");
        api.post(PATH, login);

        assertThat(api.get("api/auth/sessions", login).array()).hasSize(2);
    }
}
