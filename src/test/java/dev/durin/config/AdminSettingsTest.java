package dev.durin.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.durin.spi.Lifetime;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdminSettingsTest {

    @Test
    void readWhenNothingConfiguredThenOffAndNobody() {
        AdminSettings admin = TestSettings.of(Map.of()).admin();

        assertThat(admin).isEqualTo(new AdminSettings(false, "", Set.of(), Set.of(), true, ""));
        assertThat(admin.hasOperators()).isFalse();
    }

    @Test
    void readWhenConfiguredThenTaken() {
        AdminSettings admin = TestSettings.of(Map.of(
                        "durin.admin.enabled", "true",
                        "durin.admin.group", "operators",
                        "durin.admin.callers", " alice , bob,alice,",
                        "durin.admin.clients", "durin-console",
                        "durin.components.enabled", "false",
                        "durin.console.api", "/app/api/auth"))
                .admin();

        assertThat(admin)
                .isEqualTo(new AdminSettings(
                        true, "operators", Set.of("alice", "bob"), Set.of("durin-console"), false, "/app/api/auth"));
        assertThat(admin.hasOperators()).isTrue();
    }

    /** Neither another host nor what is no path; the console would send passwords there. */
    @ParameterizedTest
    @ValueSource(
            strings = {"https://elsewhere.example/auth", "//elsewhere.example/auth", "api/auth", "/api/auth/", "/a?b"})
    void readWhenPathOfEndpointsIsNoneThenRefused(String path) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> TestSettings.of(Map.of("durin.console.api", path)))
                .withMessageContaining("durin.console.api=" + path)
                .withMessageContaining("it must be a path from the root of the host on");
    }

    @Test
    void readWhenSwitchIsNoneThenToldOnce() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> TestSettings.of(Map.of("durin.admin.enabled", "yes")))
                .withMessageContaining(
                        "durin.admin.enabled=yes: it must be true or false; such as durin.admin.enabled=true")
                .satisfies(
                        e -> assertThat(String.valueOf(e.getMessage()).lines()).hasSize(2));
    }

    @Test
    void clientsWhenOnThenTheConsolesIsDeclared() {
        DeclaredClient console =
                TestSettings.of(Map.of("durin.admin.enabled", "true")).clients().get(0);

        assertThat(console.name()).isEqualTo("durin-console");
        assertThat(console.loginPolicy()).contains(LoginPolicy.NEW);
        assertThat(console.tokenLifetime()).contains(Lifetime.of(Duration.ofHours(12)));
        assertThat(TestSettings.of(Map.of()).clients()).isEmpty();
    }

    @Test
    void clientsWhenTheConsolesIsConfiguredThenThatHolds() {
        DeclaredClient console = TestSettings.of(Map.of(
                        "durin.admin.enabled", "true",
                        "durin.clients.durin-console.token-ttl", "1h",
                        "durin.clients.durin-console.max-per-caller", "2"))
                .clients()
                .get(0);

        assertThat(console.tokenLifetime()).contains(Lifetime.of(Duration.ofHours(1)));
        assertThat(console.maxPerCaller()).contains(2);
        assertThat(console.loginPolicy()).isEqualTo(Optional.of(LoginPolicy.NEW));
    }

    @ParameterizedTest
    @CsvSource({
        "14d, 14d",
        "336h, 14d",
        "12h, 12h",
        "PT90M, 90m",
        "90s, 90s",
        "1500ms, 1500ms",
        "36500d, 36500d",
        "never, never",
        "Never, never"
    })
    void lifetimeWhenWrittenThenInTheLargestUnitThatLeavesNoRest(String text, String written) {
        assertThat(LifetimeText.write(LifetimeText.parse(text))).isEqualTo(written);
        assertThat(LifetimeText.parse(written)).isEqualTo(LifetimeText.parse(text));
    }
}
