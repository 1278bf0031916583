package dev.durin.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopedSettingsTest {

    private static ScopedSettings read(String name, String value) {
        return TestSettings.of(Map.of("durin.scoped." + name, value)).scoped();
    }

    @Test
    void readWhenNothingConfiguredThenADayInAHeaderAlone() {
        ScopedSettings scoped = TestSettings.of(Map.of()).scoped();

        assertThat(scoped)
                .isEqualTo(new ScopedSettings(
                        Duration.ofDays(1),
                        Duration.ofSeconds(30),
                        "durin",
                        "",
                        "TmpToken",
                        new ScopedSettings.Query("", false),
                        false,
                        403));
        assertThat(scoped.query().isOn()).isFalse();
    }

    @Test
    void readWhenAParameterThenLinksAreOn() {
        assertThat(read("query-parameter", "TOKEN").query()).isEqualTo(new ScopedSettings.Query("TOKEN", false));
        assertThat(read("query-parameter", "TOKEN").query().isOn()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "max-age, 1s",
        "max-age, 90d",
        "clock-skew, 0",
        "clock-skew, 2m",
        "issuer, https://shop.example",
        "audience, orders",
        "header-prefix, FooBar",
        "query-parameter, a_b.c~d-E9",
        "query-unsafe-methods, true",
        "get-covers-head, true",
        "out-of-scope-status, 401"
    })
    void readWhenAtTheBoundsThenTaken(String name, String value) {
        assertThat(read(name, value)).isNotNull();
    }

    @Test
    void readWhenSetThenThat() {
        assertThat(read("out-of-scope-status", "401").outOfScopeStatus()).isEqualTo(401);
        assertThat(read("max-age", "10m").maxAge()).isEqualTo(Duration.ofMinutes(10));
        assertThat(read("clock-skew", "0").clockSkew()).isZero();
        assertThat(read("header-prefix", "FooBar").headerPrefix()).isEqualTo("FooBar");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            max-age              | 0      | it must be from PT1S to PT2160H; such as
            max-age              | 91d    | it must be from PT1S to PT2160H; such as
            clock-skew           | 3m     | it must be from PT0S to PT2M; such as durin.scoped.clock-skew=30s
            clock-skew           | -1s    | it must be a duration
            issuer               | a b    | it must be at most 200 visible ASCII characters
            header-prefix        | a,b    | it must be an authentication scheme
            header-prefix        | Token  | durin.auth.header-prefixes has it already
            header-prefix        | tOKEN  | durin.auth.header-prefixes has it already
            query-parameter      | a=b    | it must be at most 64 letters, digits or one of _ . ~ -
            query-parameter      | a%20b  | it must be at most 64 letters, digits or one of _ . ~ -
            query-unsafe-methods | yes    | it must be true or false
            get-covers-head      | 1      | it must be true or false
            out-of-scope-status  | 402    | it must be 401 or 403; such as durin.scoped.out-of-scope-status=401
            out-of-scope-status  | 404    | it must be 401 or 403
            """)
    void readWhenBadThenOneFaultThatSaysWhatWouldBeRight(String name, String value, String fault) {
        String beginning =
                "Durin cannot start with this configuration:\n  durin.scoped." + name + "=" + value + ": " + fault;

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> read(name, value))
                .withMessageMatching(Pattern.quote(beginning) + "[^\n]*");
    }
}
