package dev.durin.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MailPausesTest {

    @Test
    void pauseWhenAttemptsFailThenTwiceAsLongUpToAQuarterOfAnHour() {
        assertThat(IntStream.of(1, 2, 3, 4, 5, 6, 100, Integer.MAX_VALUE).mapToObj(MailPauses::after))
                .extracting(Duration::toMinutes)
                .containsExactly(1L, 2L, 4L, 8L, 15L, 15L, 15L, 15L);
    }

    @Test
    void leaseWhenTimeOutIsLongThenLongEnoughForEachStep() {
        assertThat(MailPauses.lease(Duration.ofSeconds(1))).isEqualTo(Duration.ofMinutes(2));
        assertThat(MailPauses.lease(Duration.ofMinutes(5))).isEqualTo(Duration.ofMinutes(100));
    }
}
