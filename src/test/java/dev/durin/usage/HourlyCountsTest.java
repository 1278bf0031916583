package dev.durin.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durin.config.TestSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class HourlyCountsTest {

    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

    private volatile Instant now = NOON;
    private final HourlyCounts counts =
            new HourlyCounts(TestSettings.of(Map.of("durin.admin.enabled", "true")), () -> now);

    @Test
    void requestWhenThereAreNoOperatorsThenNotCounted() {
        HourlyCounts off = new HourlyCounts(TestSettings.of(Map.of()), () -> now);

        off.request("web");
        off.refused(401);

        assertThat(off.requests()).isEmpty();
        assertThat(off.refusals()).isEmpty();
    }

    @Test
    void requestThenByClientAndHourTheOldestFirst() {
        counts.request("web");
        counts.request("cli");
        counts.request("web");
        counts.request("");
        now = NOON.plus(Duration.ofMinutes(60));
        counts.request("web");

        assertThat(counts.requests())
                .containsExactly(
                        new HourlyRequests(NOON, "cli", 1),
                        new HourlyRequests(NOON, "web", 2),
                        new HourlyRequests(NOON.plus(Duration.ofHours(1)), "web", 1));
    }

    @Test
    void refusedWhenStatusThenThoseOfWhichThereAreFigures() {
        counts.refused(401);
        counts.refused(403);
        counts.refused(403);
        counts.refused(404);
        counts.refused(429);
        counts.refused(503);
        counts.refused(RefusalKind.LOGIN_FAILED);

        assertThat(counts.refusals())
                .containsExactly(
                        new HourlyRefusals(NOON, RefusalKind.UNAUTHORIZED, 1),
                        new HourlyRefusals(NOON, RefusalKind.FORBIDDEN, 2),
                        new HourlyRefusals(NOON, RefusalKind.LOGIN_FAILED, 1));
    }

    @Test
    void hoursWhenOlderThanTwoDaysThenForgotten() {
        counts.request("web");
        now = NOON.plus(Duration.ofHours(47)).plus(Duration.ofMinutes(59));
        assertThat(counts.requests()).hasSize(1);

        now = NOON.plus(Duration.ofDays(2));
        assertThat(counts.requests()).isEmpty();

        now = NOON.plus(Duration.ofHours(49));
        counts.request("web");
        assertThat(counts.requests()).containsExactly(new HourlyRequests(NOON.plus(Duration.ofHours(49)), "web", 1));
    }

    @RepeatedTest(20)
    void requestWhenManyAtOnceAsTheHourTurnsThenEachIsCountedOnce() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        for (int thread = 0; thread < 4; thread++) {
            threads.execute(() -> {
                for (int n = 0; n < 5_000; n++) {
                    counts.request("web");
                    if (n == 2_500) {
                        now = NOON.plus(Duration.ofHours(1));
                    }
                }
            });
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();

        assertThat(counts.requests().stream()
                        .mapToLong(HourlyRequests::requests)
                        .sum())
                .isEqualTo(20_000);
    }
}
