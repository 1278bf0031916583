package dev.durin.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnknownKeysTest {

    @ParameterizedTest
    @CsvSource({
        "durin.token.tll, durin.token.ttl",
        "durin.secretkey, durin.secret-key",
        "durin.header-prefixes, durin.auth.header-prefixes",
        "durin.Token.ttl, durin.token.ttl",
    })
    void unknownKeysWhenMistypedThenWarningWithNearest(String key, String nearest) {
        SettingsReader reader = new SettingsReader(TestSettings.config(Map.of(key, "a value")));

        assertThat(reader.unknownKeys())
                .containsExactly(key + " is no setting of Durin's and has no effect; the nearest one is " + nearest);
    }

    @Test
    void unknownKeysWhenKnownOrSomebodyElsesThenNone() {
        Map<String, String> configured = new HashMap<>();
        AllSettings.ALL.forEach(setting -> configured.put(setting.key(), setting.byDefault()));
        configured.put("durin.clients.web.token-ttl", "1d");
        configured.put("durins.token.tll", "1d");
        configured.put("acme.durin.token.tll", "1d");
        configured.put("durin", "1");

        assertThat(new SettingsReader(TestSettings.config(configured)).unknownKeys())
                .isEmpty();
    }

    /** WildFly and Open Liberty list the variable under this name as well. */
    @Test
    void unknownKeysWhenAnEnvironmentVariableIsListedWithDotsThenNone() {
        SettingsReader reader = new SettingsReader(
                TestSettings.config(Map.of("DURIN_SECRET_KEY", "database", "durin.secret.key", "database")));

        assertThat(reader.unknownKeys()).isEmpty();
    }

    @Test
    void unknownKeysWhenSeveralThenEachOnceInOrder() {
        SettingsReader reader =
                new SettingsReader(TestSettings.config(Map.of("durin.token.x", "1", "durin.a", "1", "durin.m", "1")));

        assertThat(reader.unknownKeys())
                .extracting(warning -> warning.substring(0, warning.indexOf(' ')))
                .containsExactly("durin.a", "durin.m", "durin.token.x");
    }

    // B1.6: a mistyped key may hold a secret.
    @Test
    void unknownKeysWhenMistypedThenValueNotShown() {
        SettingsReader reader = new SettingsReader(TestSettings.config(Map.of("durin.secret-keys", "c2VjcmV0")));

        assertThat(reader.unknownKeys()).hasSize(1).noneMatch(warning -> warning.contains("c2VjcmV0"));
    }
}
