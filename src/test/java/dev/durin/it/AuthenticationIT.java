package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("smoke")
class AuthenticationIT extends ServerTest {

    private static final String NO_CREDENTIALS = "Authentication credentials were not provided.";

    @ParameterizedTest
    @ValueSource(strings = {"api/who/authenticated", "api/who/only-web", "api/who/admin", "api/auth/sessions"})
    void callWhenNoTokenThen401WithChallengeWithoutError(String path) {
        Answer answer = api.get(path);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.detail()).isEqualTo(NO_CREDENTIALS);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Token realm=\"api\""); // B2.11
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Token                | Invalid token header. No credentials provided.
            token                | Invalid token header. No credentials provided.
            Token a b            | Invalid token header. Token string should not contain spaces.
            Token abc            | Invalid token.
            Token "abc"          | Invalid token.
            Token token=abc      | Invalid token.
            """)
    void callWhenHeaderIsMalformedThen401EvenWhereNoTokenIsNeeded(String header, String detail) {
        for (String path : new String[] {"api/who/open", "api/who/authenticated"}) {
            Answer answer = api.send(api.request(path).header("Authorization", header));

            assertThat(answer.status()).as(path).isEqualTo(401);
            assertThat(answer.detail()).as(path).isEqualTo(detail);
            assertThat(answer.header("WWW-Authenticate"))
                    .isEqualTo("Token realm=\"api\", error=\"invalid_token\""); // B2.12
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer x", "Basic YTpi", "Tokenx abc", "abc"})
    void callWhenOtherSchemeThenAnonymous(String header) {
        assertThat(api.send(api.request("api/who/open").header("Authorization", header))
                        .body())
                .isEqualTo("nobody");
        assertThat(api.send(api.request("api/who/authenticated").header("Authorization", header))
                        .detail())
                .isEqualTo(NO_CREDENTIALS);
    }

    @Test
    void callWhenSchemeInOtherCaseOrSeveralSpacesThenAccepted() {
        String token = api.token("alice", "web");

        for (String header : new String[] {"token " + token, "TOKEN " + token, "Token    " + token}) {
            assertThat(api.send(api.request("api/who/authenticated").header("Authorization", header))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void callWhenAnythingOfTheTextDiffersThenInvalid() {
        String token = api.token("alice", "web");

        for (String other : new String[] {
            token.toUpperCase(Locale.ROOT),
            token.substring(1),
            token + "0",
            (token.charAt(0) == '0' ? '1' : '0') + token.substring(1),
            token.substring(0, 63) + (token.charAt(63) == '0' ? '1' : '0')
        }) {
            Answer answer = api.get("api/who/authenticated", other);

            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.detail()).isEqualTo("Invalid token.");
        }
    }

    @Test
    void callWhenGoodTokenThenCachesAreToldThatTheAnswerIsItsOwn() { // B2.17
        String token = api.token("alice", "web");

        assertThat(api.get("api/who/authenticated", token).headers("Vary")).containsExactly("Authorization");
        assertThat(api.get("api/who/open", token).headers("Vary")).containsExactly("Authorization");
        assertThat(api.get("api/who/open").headers("Vary")).isEmpty();
        assertThat(api.get("api/auth/sessions", token).headers("Vary")).containsExactly("Authorization");
    }

    /** With what was found out on the thread that was asked. */
    @Test
    void answerFromAnotherThreadThenVaryAuthorization() { // B2.17
        Answer answer = api.get("api/later", api.token("alice", "mobile"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("later");
        assertThat(answer.headers("Vary")).containsExactly("Authorization");
        assertThat(answer.header("RateLimit-Policy")).contains("q=5000");
        assertThat(api.get("api/later").status()).isEqualTo(401);
    }

    @Test
    void callWhenAtTheInstantOfExpiryThenExpiredOnceAndThenUnknown() {
        stopTime();
        String token = api.token("alice", "swift");
        assertThat(api.get("api/who/authenticated", token).status()).isEqualTo(200);

        pass(Duration.ofSeconds(2)); // B4.31

        assertThat(api.get("api/who/authenticated", token).detail()).isEqualTo("The given token has expired.");
        assertThat(api.get("api/who/authenticated", token).detail()).isEqualTo("Invalid token.");
        assertThat(tokenRows()).isZero();
        assertThat(events("TokenExpired")).hasSize(1).first().asString().contains("source=PRESENTED");
    }

    @Test
    void callWhenCallerIsInactiveThen401AndTheTokenIsKept() {
        String token = api.token("alice", "web");

        control("inactive", "alice");
        assertThat(api.get("api/who/authenticated", token).detail()).isEqualTo("User inactive or deleted.");
        assertThat(api.post("api/auth/refresh", token).status()).isEqualTo(401); // B4.33
        control("active", "alice");

        assertThat(api.get("api/who/authenticated", token).status()).isEqualTo(200);
    }

    @Test
    void callWhenGroupsChangedAndForgottenThenTheNextRequestKnows() {
        String token = api.token("alice", "web");
        assertThat(api.get("api/who/admin", token).status()).isEqualTo(403);

        control("groups", "alice=user,admin");
        control("forget", "alice");
        assertThat(api.get("api/who/admin", token).status()).isEqualTo(200);

        control("groups", "alice=");
        control("forget", "alice");
        assertThat(api.get("api/who/admin", token).status()).isEqualTo(403);
    }

    @Test
    void callWhenClientIsDisabledThen401UntilItIsEnabled() {
        String token = api.token("alice", "web");

        control("disable", "web");
        try {
            assertThat(api.get("api/who/authenticated", token).status()).isEqualTo(401);
            assertThat(api.login("alice", "web").status()).isEqualTo(400);
        } finally {
            control("enable", "web");
        }

        assertThat(api.get("api/who/authenticated", token).status()).isEqualTo(200);
    }

    @Test
    void callWhenAServletCallsAGuardedBeanThenItsRefusalIsAnswered() {
        Answer refused = api.get("free/bean", api.token("alice", "cli"));

        assertThat(api.get("free/bean").status()).isEqualTo(401);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.detail()).isEqualTo("You do not have permission to perform this action.");
        assertThat(api.get("free/bean", api.token("alice", "web")).body()).isEqualTo("through the bean");
    }

    @ParameterizedTest
    @ValueSource(strings = {"api/auth/sessions", "api/who/only-web"})
    void callWhenPreflightThenNotJudged(String path) {
        Answer answer = api.send(api.request(path)
                .header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "GET")
                .method("OPTIONS", java.net.http.HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.status()).isEqualTo(200);
    }
}
