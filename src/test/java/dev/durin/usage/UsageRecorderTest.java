package dev.durin.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durin.config.TestSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class UsageRecorderTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final long TODAY = 20_777;

    private volatile Instant now = NOON;
    private final UsageRecorder recorder = recorder(Map.of());

    private UsageRecorder recorder(Map<String, String> settings) {
        return new UsageRecorder(TestSettings.of(settings), () -> now);
    }

    private static Selector selector(long token) {
        return new Selector(0, token);
    }

    private void use(long token) {
        use(token, "192.0.2.1", "curl/8");
    }

    private void use(long token, String address, String userAgent) {
        recorder.record(token, selector(token), "alice", 7, address, userAgent);
    }

    private void pass(Duration duration) {
        now = now.plus(duration);
    }

    @Test
    void recordThenLastUseAndCount() {
        use(1);
        pass(Duration.ofSeconds(1));
        use(1, "192.0.2.2", "curl/9");

        LastUse last = new LastUse.At(NOON.plusSeconds(1), "192.0.2.2", "curl/9");
        assertThat(recorder.latest(selector(1), LastUse.NEVER)).isEqualTo(last);
        PendingUses pending = recorder.gather();
        assertThat(pending.counts()).containsExactly(new PendingUses.PendingCount(new UsageKey("alice", 7, TODAY), 2));
        assertThat(pending.lastUses())
                .extracting(PendingUses.PendingLastUse::use)
                .containsExactly((LastUse.At) last);
        assertThat(recorder.latest(selector(1), LastUse.NEVER))
                .as("while it waits to be written")
                .isEqualTo(last);
    }

    @Test
    void recordWhenOffThenNothing() {
        UsageRecorder off = recorder(Map.of("durin.last-used.interval", "0"));

        off.record(1, selector(1), "alice", 7, "192.0.2.1", "curl/8");

        assertThat(off.latest(selector(1), LastUse.NEVER)).isEqualTo(LastUse.NEVER);
        assertThat(off.gather().counts()).isEmpty();
    }

    @Test
    void latestWhenTheTableHasALaterOneThenThat() {
        LastUse elsewhere = new LastUse.At(NOON.plusMillis(1), "192.0.2.9", "elsewhere");
        use(1);

        assertThat(recorder.latest(selector(1), elsewhere)).isEqualTo(elsewhere);
        assertThat(recorder.latest(selector(2), elsewhere)).isEqualTo(elsewhere);
    }

    @Test
    void recordWhenTheClockIsSetBackThenTheLatestStays() {
        use(1);
        pass(Duration.ofHours(-1));
        use(1, "192.0.2.2", "curl/9");

        assertThat(recorder.latest(selector(1), LastUse.NEVER)).isEqualTo(new LastUse.At(NOON, "192.0.2.1", "curl/8"));
        assertThat(recorder.gather().counts())
                .extracting(PendingUses.PendingCount::uses)
                .containsExactly(2L);
    }

    @Test
    void recordOnTwoDaysThenACountEach() {
        use(1);
        pass(Duration.ofHours(12).minusMillis(1));
        use(1);
        pass(Duration.ofMillis(1));
        use(1);

        assertThat(recorder.gather().counts())
                .containsExactly(
                        new PendingUses.PendingCount(new UsageKey("alice", 7, TODAY), 2),
                        new PendingUses.PendingCount(new UsageKey("alice", 7, TODAY + 1), 1));
    }

    @Test
    void writtenMeanwhileThenOnlyTheRestWaits() {
        use(1);
        PendingUses pending = recorder.gather();
        List<PendingUses.PendingLastUse> lastUses = pending.lastUses();
        List<PendingUses.PendingCount> counts = pending.counts();
        pass(Duration.ofSeconds(1));
        use(1);
        use(1);
        recorder.gather();

        pending.wereWritten(lastUses);
        pending.wereCounted(counts);

        assertThat(pending.counts()).extracting(PendingUses.PendingCount::uses).containsExactly(2L);
        assertThat(pending.lastUses()).hasSize(1);
        pending.wereWritten(pending.lastUses());
        pending.wereCounted(pending.counts());
        assertThat(pending.counts()).isEmpty();
        assertThat(pending.lastUses()).isEmpty();
    }

    /** However long the database is away. */
    @Test
    void moreTokensThanTheSizeThenTheOldestAreGivenUp() {
        UsageRecorder small = recorder(Map.of("durin.token.cache-size", "10"));
        for (int token = 0; token < 100; token++) {
            small.record(token, selector(token), "caller" + token, 7, "", "");
            pass(Duration.ofSeconds(1));
            small.gather();
        }

        assertThat(small.givenUp()).isEqualTo(90);

        assertThat(small.gather().lastUses())
                .extracting(PendingUses.PendingLastUse::tokenId)
                .containsExactly(90L, 91L, 92L, 93L, 94L, 95L, 96L, 97L, 98L, 99L);
        assertThat(small.gather().counts()).hasSize(10);
        assertThat(small.givenUp()).isZero();
    }

    @Test
    void moreTokensInOneIntervalThanTheSizeThenThoseOfBeforeGoOn() {
        UsageRecorder small = recorder(Map.of("durin.token.cache-size", "10"));
        for (int token = 0; token < 100; token++) {
            small.record(token, selector(token), "alice", 7, "", "");
        }
        small.record(3, selector(3), "alice", 7, "", "");

        assertThat(small.givenUp()).isEqualTo(90);
        assertThat(small.gather().lastUses()).hasSize(10);
        assertThat(small.gather().counts())
                .extracting(PendingUses.PendingCount::uses)
                .containsExactly(11L);
    }

    @Test
    void recordByManyThreadsWhileGatheredThenEachIsCountedOnce() throws Exception {
        int threads = 8;
        int times = 100_000;
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService executor = Executors.newFixedThreadPool(threads + 1);
        try {
            Future<Long> writer = executor.submit(() -> {
                long written = 0;
                while (!done.get()) {
                    written += take();
                }
                return written;
            });
            List<Future<?>> users = new ArrayList<>();
            for (int user = 0; user < threads; user++) {
                users.add(executor.submit(() -> {
                    for (int time = 0; time < times; time++) {
                        use(time % 3);
                    }
                }));
            }
            for (Future<?> user : users) {
                user.get();
            }
            done.set(true);

            assertThat(writer.get() + take()).isEqualTo((long) threads * times);
        } finally {
            executor.shutdownNow();
        }
    }

    private long take() {
        PendingUses pending = recorder.gather();
        List<PendingUses.PendingCount> counts = pending.counts();
        pending.wereCounted(counts);
        return counts.stream().mapToLong(PendingUses.PendingCount::uses).sum();
    }
}
