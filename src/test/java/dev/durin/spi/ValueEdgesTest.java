package dev.durin.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueEdgesTest {
    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, Long.MIN_VALUE})
    void readWhenDurationOverflowsThenRefused(long seconds) {
        assertThatIllegalArgumentException().isThrownBy(() -> Lifetime.of(Duration.ofSeconds(seconds)));
    }

    @Test
    void atWhenFinerThanMillisecondsThenCut() {
        Instant fine = Instant.parse("2026-11-21T05:18:04.673999999Z");
        assertThat(new Expiry.At(fine)).isEqualTo(Expiry.at(fine));
    }
}
