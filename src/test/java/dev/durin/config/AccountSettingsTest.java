package dev.durin.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durin.rate.Rate;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountSettingsTest {

    @Test
    void accountsWhenNotConfiguredThenOffAndSafe() {
        AccountSettings accounts = TestSettings.of(Map.of()).accounts();

        assertThat(accounts)
                .isEqualTo(new AccountSettings(
                        false, false, 600_000, Runtime.getRuntime().availableProcessors(), 8, 128, accounts.mail()));
        assertThat(accounts.mail())
                .isEqualTo(new AccountMailSettings(
                        "", Duration.ofDays(1), Duration.ofHours(1), "", Rate.parse("5/h"), Rate.parse("10/h")));
        assertThat(accounts.hasSafeIterations()).isTrue();
    }

    @Test
    void accountsWhenConfiguredThenRead() {
        AccountSettings accounts = TestSettings.of(Map.of(
                        "durin.accounts.enabled", "true",
                        "durin.accounts.case-insensitive-names", "true",
                        "durin.accounts.password-iterations", "599999",
                        "durin.accounts.parallel-hashes", "3",
                        "durin.accounts.password-min-length", "12",
                        "durin.accounts.password-max-length", "64"))
                .accounts();

        assertThat(accounts).isEqualTo(new AccountSettings(true, true, 599_999, 3, 12, 64, accounts.mail()));
        assertThat(accounts.hasSafeIterations()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            durin.accounts.enabled             | yes  | it must be true or false
            durin.accounts.password-iterations | 9999 | it must be a whole number from 10000 to 100000000
            durin.accounts.parallel-hashes     | 0    | it must be a whole number from 1 to 1024
            durin.accounts.password-min-length | 65   | it must be a whole number from 1 to 64
            durin.accounts.password-max-length | 63   | it must be a whole number from 64 to 1024
            durin.throttle.failed-logins       | -1   | it must be a whole number from 0 to 1000
            """)
    void accountsWhenOutOfBoundsThenTheKeyIsNamed(String key, String value, String fault) {
        assertThatThrownBy(() -> TestSettings.of(Map.of(key, value)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(key + "=" + value + ": " + fault);
    }
}
