package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** django-rest-durin's cases, and docs/compatibility.md. */
@Tag("own-server")
class WireCompatibilityIT extends WireReplay {

    WireCompatibilityIT() {
        super(WireRecording.DURIN, 279, "dev.durin.it.wire");
    }

    @Override
    List<WebArchive> others() {
        return List.of(Deployments.application("wire-refused", refusedSettings(), url()));
    }

    /** Values that django-rest-durin takes, and then fails with while it runs. */
    private static Map<String, String> refusedSettings() {
        return Deployments.settings(Map.of(
                "durin.token.length", "128",
                "durin.auth.header-prefixes", "JWT-like thing",
                "durin.clients.negative.token-ttl", "-1h",
                "durin.clients.n15.token-ttl", "9999999d"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "durin.token.length=128: it must be a whole number from 64 to 96",
                "durin.auth.header-prefixes=JWT-like thing: each must be an authentication scheme",
                "durin.clients.negative.token-ttl=-1h: it must be a duration",
                "durin.clients.n15.token-ttl=9999999d: a lifetime is at most 36500 days"
            })
    void settingThatFailedWhileRunningThenRefusedAtStart(String sentence) {
        assertThat(server().log()).contains(sentence);
        assertThat(server().api("wire-refused").get("api/auth/login").status()).isEqualTo(404);
    }
}
