package dev.durin.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durin.spi.Lifetime;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HumanDurationTest {

    @ParameterizedTest
    @CsvSource({
        "P-1D, a moment",
        "PT-0.001S, a moment",
        "PT0S, a moment",
        "PT0.999S, a moment",
        "PT1S, a second",
        "PT1.999S, a second",
        "PT2S, 2 seconds",
        "PT59S, 59 seconds",
        "PT1M, a minute",
        "PT1M59S, a minute",
        "PT2M, 2 minutes",
        "PT59M59S, 59 minutes",
        "PT1H, an hour",
        "PT1H59M, an hour",
        "PT2H, 2 hours",
        "PT23H59M59S, 23 hours",
        "P1D, a day",
        "P1DT23H, a day",
        "P2D, 2 days",
        "P6DT23H59M59S, 6 days",
        "P30DT23H, 30 days",
        "P31D, a month",
        "P59D, a month",
        "P60D, a month",
        "P61D, 2 months",
        "P364D, 11 months",
        "P365D, a year",
        "P729D, a year",
        "P730D, 2 years",
    })
    void ofWhenDurationThenLargestUnitRoundedDown(Duration duration, String words) {
        assertThat(HumanDuration.of(duration)).isEqualTo(words);
    }

    @Test
    void ofWhenLongestLifetimeThenCentury() {
        assertThat(HumanDuration.of(Lifetime.LONGEST)).isEqualTo("100 years");
    }
}
