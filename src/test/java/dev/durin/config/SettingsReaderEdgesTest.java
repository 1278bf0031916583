package dev.durin.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderEdgesTest {
    @Test
    void readWhenDurationOverflowsThenRefused() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> TestSettings.of(Map.of("durin.token.ttl", "PT9223372036854775807S")))
                .withMessageContaining("at most 36500 days");
    }

    @Test
    void readWhenReferenceIsNotSetThenAFaultLikeAnyOther() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> TestSettings.of(Map.of("durin.token.ttl", "${missing}", "durin.entry", "x")))
                .withMessageContaining("durin.token.ttl refers to a property that is not set")
                .withMessageContaining("durin.entry=x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%H:%M %d/%m/%y", "pH"})
    void readWhenPatternCannotWriteEveryInstantThenRefused(String pattern) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> TestSettings.of(Map.of("durin.expiry.format", pattern)));
    }

    @Test
    void readWhenAttributeIsEmptyThenNotSaid() {
        assertThat(TestSettings.of(Map.of("durin.clients.web.token-ttl", "", "durin.clients.web.enabled", "true"))
                        .clients())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "durin.clients.\"\".enabled",
                "durin.clients..enabled",
                "durin.clients.\" \".enabled",
                "durin.clients. web.enabled",
                "durin.clients.xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx.enabled"
            })
    void readWhenClientNameCannotBeUsedThenAFault(String key) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> TestSettings.of(Map.of(key, "true")))
                .withMessageContaining("name");
    }

    @Test
    void readWhenValueHasLineBreakThenOneFaultLine() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> TestSettings.of(Map.of("durin.entry", "a\n  durin.token.ttl=b")))
                .satisfies(e -> assertThat(e.toString().lines()).hasSize(2));
    }
}
