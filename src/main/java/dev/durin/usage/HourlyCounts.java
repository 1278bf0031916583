package dev.durin.usage;

import dev.durin.config.Configured;
import dev.durin.config.Part;
import dev.durin.config.Settings;
import dev.durin.spi.TimeSource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How many requests there were of each client and how many were refused, hour by hour, on this node since it has started.
 * In memory alone, for operators alone: where there are none, nothing is counted. Thread-safe, exact, and without a lock;
 * nothing new is made for a request but the first of a client in an hour.
 */
@Part
public class HourlyCounts {

    /** How many hours are kept, the present one among them. */
    public static final int HOURS = 48;

    private static final long HOUR = Duration.ofHours(1).toMillis();

    /** One more than are told of, so that the one that is being replaced is none of them. */
    private final AtomicReferenceArray<@Nullable Hour> ring = new AtomicReferenceArray<>(HOURS + 1);

    private final boolean on;
    private final TimeSource time;

    @Inject
    HourlyCounts(Settings settings, @Configured TimeSource time) {
        this.on = settings.admin().enabled();
        this.time = time;
    }

    /**
     * Counts a request with a good token.
     *
     * @param client the name of its client; of a scoped token without one, an empty text, which is not counted
     */
    public void request(String client) {
        if (on && !client.isEmpty()) {
            current().requests(client).increment();
        }
    }

    /**
     * Counts a request that was refused.
     *
     * @param kind how
     */
    public void refused(RefusalKind kind) {
        if (on) {
            current().refusals(kind).increment();
        }
    }

    /**
     * Counts a request that was refused, if this is a status of which there are figures.
     *
     * @param status the status of the answer
     */
    public void refused(int status) {
        if (status == 401) {
            refused(RefusalKind.UNAUTHORIZED);
        } else if (status == 403) {
            refused(RefusalKind.FORBIDDEN);
        }
    }

    /**
     * What was counted of requests.
     *
     * @return the counts of the last hours, the oldest first, and by client
     */
    public List<HourlyRequests> requests() {
        return hours().flatMap(hour -> hour.requests.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> new HourlyRequests(
                                hour.begin(), entry.getKey(), entry.getValue().sum())))
                .toList();
    }

    /**
     * What was counted of refusals.
     *
     * @return the counts of the last hours, the oldest first; without those that are zero
     */
    public List<HourlyRefusals> refusals() {
        List<HourlyRefusals> counts = new ArrayList<>();
        hours().forEach(hour -> Arrays.stream(RefusalKind.values())
                .map(kind -> new HourlyRefusals(
                        hour.begin(), kind, hour.refusals(kind).sum()))
                .filter(refusals -> refusals.count() > 0)
                .forEach(counts::add));
        return counts;
    }

    private Stream<Hour> hours() {
        long now = number();
        return LongStream.rangeClosed(now - HOURS + 1, now).boxed().flatMap(number -> {
            Hour hour = ring.get(slot(number));
            return hour != null && hour.number == number ? Stream.of(hour) : Stream.empty();
        });
    }

    private Hour current() {
        long number = number();
        int slot = slot(number);
        while (true) {
            Hour hour = ring.get(slot);
            if (hour != null && hour.number == number) {
                return hour;
            }
            ring.compareAndSet(slot, hour, new Hour(number));
        }
    }

    private long number() {
        return Math.floorDiv(time.now().toEpochMilli(), HOUR);
    }

    private static int slot(long number) {
        return (int) Math.floorMod(number, (long) HOURS + 1);
    }

    /** What was counted in one hour. */
    private static final class Hour {

        private final long number;
        private final ConcurrentMap<String, LongAdder> requests = new ConcurrentHashMap<>();
        private final Map<RefusalKind, LongAdder> refusals = new EnumMap<>(RefusalKind.class);

        Hour(long number) {
            this.number = number;
            for (RefusalKind kind : RefusalKind.values()) {
                refusals.put(kind, new LongAdder());
            }
        }

        Instant begin() {
            return Instant.ofEpochMilli(number * HOUR);
        }

        /** Nobody changes the map any more. */
        LongAdder refusals(RefusalKind kind) {
            return Objects.requireNonNull(refusals.get(kind));
        }

        LongAdder requests(String client) {
            LongAdder known = requests.get(client);
            return known == null ? requests.computeIfAbsent(client, name -> new LongAdder()) : known;
        }
    }
}
