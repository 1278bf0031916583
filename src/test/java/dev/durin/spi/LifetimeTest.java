package dev.durin.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LifetimeTest {

    private static final Instant NOW = Instant.parse("2026-11-20T05:18:04.673Z");

    @ParameterizedTest
    @ValueSource(strings = {"PT0.001S", "PT1S", "PT24H", "P36499DT23H59M59.999S", "P36500D"})
    void ofWhenWithinBoundsThenThatLong(Duration duration) {
        Lifetime lifetime = Lifetime.of(duration);

        assertThat(lifetime.duration()).contains(duration);
        assertThat(lifetime.from(NOW)).isEqualTo(Expiry.at(NOW.plus(duration)));
    }

    // B4.36
    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-0.001S", "PT-1S", "P-36500D", "PT0.000000001S", "PT0.000999999S"})
    void ofWhenLessThanMillisecondThenRefused(Duration duration) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lifetime.of(duration))
                .withMessageContaining("longer than zero")
                .withMessageContaining(duration.toString());
    }

    // B4.36
    @ParameterizedTest
    @ValueSource(strings = {"P36500DT0.000000001S", "P36500DT1S", "P36501D", "P9999999D", "P999999999D"})
    void ofWhenLongerThanCenturyThenRefused(Duration duration) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lifetime.of(duration))
                .withMessageContaining("at most 36500 days")
                .withMessageContaining("never");
    }

    // B4.34: a token lives for ever only when somebody says so.
    @Test
    void unlimitedWhenAskedThenNoEnd() {
        assertThat(Lifetime.UNLIMITED.duration()).isEmpty();
        assertThat(Lifetime.UNLIMITED.from(NOW)).isEqualTo(Expiry.NEVER);
    }

    @Test
    void fromWhenNowFinerThanMillisecondThenExpiryCut() {
        Expiry expiry = Lifetime.of(Duration.ofMillis(1)).from(NOW.plusNanos(999_999));

        assertThat(expiry.instant()).contains(NOW.plusMillis(1));
    }
}
