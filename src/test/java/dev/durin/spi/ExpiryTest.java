package dev.durin.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpiryTest {

    private static final Instant END = Instant.parse("2026-11-21T05:18:04.673Z");

    // B4.31: expired from the very millisecond on.
    @ParameterizedTest
    @CsvSource({
        "2026-11-21T05:18:04.672Z, false",
        "2026-11-21T05:18:04.672999999Z, false",
        "2026-11-21T05:18:04.673Z, true",
        "2026-11-21T05:18:04.673000001Z, true",
        "2026-11-21T05:18:04.674Z, true",
        "1970-01-01T00:00:00Z, false",
        "9999-12-31T23:59:59.999Z, true",
    })
    void hasPassedWhenAtInstantThenFromThatMillisecondOn(Instant now, boolean passed) {
        assertThat(Expiry.at(END).hasPassed(now)).isEqualTo(passed);
    }

    // B4.31: the clocks of Berlin go back from 03:00 to 02:00 between these instants; an hour stays an hour.
    @Test
    void hasPassedWhenDaylightSavingEndsThenNotMoved() {
        Expiry expiry = Lifetime.of(Duration.ofHours(1)).from(Instant.parse("2026-10-25T00:30:00Z"));

        assertThat(expiry.hasPassed(Instant.parse("2026-10-25T01:29:59.999Z"))).isFalse();
        assertThat(expiry.hasPassed(Instant.parse("2026-10-25T01:30:00Z"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01T00:00:00Z", "+1000000000-12-31T23:59:59.999999999Z"})
    void hasPassedWhenNeverThenFalse(Instant now) {
        assertThat(Expiry.NEVER.hasPassed(now)).isFalse();
    }

    @Test
    void instantWhenFinerThanMillisecondThenCut() {
        assertThat(Expiry.at(Instant.parse("2026-11-21T05:18:04.673999999Z")).instant())
                .contains(END);
    }

    @Test
    void instantWhenNeverThenEmpty() {
        assertThat(Expiry.NEVER.instant()).isEmpty();
    }

    @Test
    void equalsWhenSameInstantThenEqual() {
        assertThat(Expiry.at(END)).isEqualTo(Expiry.at(END)).isNotEqualTo(Expiry.at(END.plusMillis(1)));
        assertThat(Expiry.NEVER).isNotEqualTo(Expiry.at(END));
    }
}
