package dev.durin.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedSettingsTest {

    private static Settings.FeedSettings read(String interval, String outageTimeout) {
        return TestSettings.of(Map.of("durin.feed.interval", interval, "durin.feed.outage-timeout", outageTimeout))
                .feed();
    }

    @Test
    void readWhenNothingConfiguredThenEachSecondAndTenWithout() {
        Settings.FeedSettings feed = TestSettings.of(Map.of()).feed();

        assertThat(feed).isEqualTo(new Settings.FeedSettings(Duration.ofSeconds(1), Duration.ofSeconds(10)));
        assertThat(feed.isOn()).isTrue();
    }

    @Test
    void readWhenZeroThenOff() {
        assertThat(read("0", "10s").isOn()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"100ms, 200ms", "5s, 10s", "15m, 30m"})
    void readWhenAtTheBoundsThenTaken(String interval, String outageTimeout) {
        assertThat(read(interval, outageTimeout).isOn()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "99ms | 10s   | durin.feed.interval=99ms: it must be 0, or from PT0.1S to PT15M; such as durin.feed.interval=1s",
                "16m  | 30m   | durin.feed.interval=16m: it must be 0, or from PT0.1S to PT15M; such as durin.feed.interval=1s",
                "-1s  | 10s   | durin.feed.interval=-1s: it must be a duration, either a number with ms, s, m, h or d, or ISO 8601 such as PT12H; such as durin.feed.interval=1s",
                "0    | 199ms | durin.feed.outage-timeout=199ms: it must be from PT0.2S to PT30M; such as durin.feed.outage-timeout=15m",
                "0    | 31m   | durin.feed.outage-timeout=31m: it must be from PT0.2S to PT30M; such as durin.feed.outage-timeout=15m",
                "6s   | 10s   | durin.feed.outage-timeout=PT10S: it must be at least twice durin.feed.interval=PT6S, or one late read would pass for an outage; such as durin.feed.outage-timeout=PT1M",
            })
    void readWhenBadThenOneFaultThatSaysWhatWouldBeRight(String interval, String outageTimeout, String fault) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> read(interval, outageTimeout))
                .withMessage("Durin cannot start with this configuration:\n  " + fault);
    }
}
