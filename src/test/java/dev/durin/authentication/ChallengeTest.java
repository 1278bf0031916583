package dev.durin.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durin.config.TestSettings;
import dev.durin.token.TestTokens;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChallengeTest {

    // B2.11
    @Test
    void headerValueWhenNoTokenThenNoErrorCode() {
        Challenge challenge = new Challenge(TestSettings.of(Map.of()));

        assertThat(challenge.headerValue(401, new Authentication.Anonymous())).isEqualTo("Token realm=\"api\"");
        assertThat(challenge.headerValue(401, new Authentication.Unavailable())).isEqualTo("Token realm=\"api\"");
    }

    // B2.12: whatever was wrong with the token. B2.14: nothing of the detail is in the header.
    @Test
    void headerValueWhenTokenRefusedThenInvalidToken() {
        Challenge challenge = new Challenge(TestSettings.of(Map.of()));

        assertThat(challenge.headerValue(401, new Authentication.Refused("The \"given\" token has expired.", false)))
                .isEqualTo("Token realm=\"api\", error=\"invalid_token\"");
    }

    // B2.11
    @Test
    void headerValueWhenSeveralSchemesThenFirst() {
        Challenge challenge = new Challenge(TestSettings.of(Map.of("durin.auth.header-prefixes", "Bearer, Token")));

        assertThat(challenge.headerValue(401, new Authentication.Anonymous())).isEqualTo("Bearer realm=\"api\"");
    }

    // B2.13
    @Test
    void headerValueWhenForbiddenThenInsufficientScope() {
        Challenge challenge = new Challenge(TestSettings.of(Map.of()));
        Authentication known = new Authentication.Authenticated(TestTokens.verified("alice", "web"));

        assertThat(challenge.headerValue(403, known)).isEqualTo("Token realm=\"api\", error=\"insufficient_scope\"");
        assertThat(challenge.headerValue(401, known)).isEqualTo("Token realm=\"api\", error=\"invalid_token\"");
        assertThat(challenge.headerValue(403, new Authentication.Anonymous())).isEqualTo("Token realm=\"api\"");
    }
}
