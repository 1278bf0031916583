package dev.durin.admin;

import dev.durin.config.Configured;
import dev.durin.config.Part;
import dev.durin.spi.TimeSource;
import dev.durin.usage.ClientUses;
import dev.durin.usage.TotalUses;
import dev.durin.usage.Usage;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How often clients were used of late, summed up anew once a minute: the sums of a year read all rows there are, and
 * whoever looks at them looks again and again. Thread-safe.
 */
@Part
class RecentUses {

    private static final Duration KEPT = Duration.ofMinutes(1);

    /** How many sums are kept: operators ask for a few numbers of days. */
    private static final int MOST = 8;

    private static final int TOP = 20;

    private final Usage usage;
    private final TimeSource time;
    private final Map<Integer, Sums> kept = new ConcurrentHashMap<>();

    @Inject
    RecentUses(Usage usage, @Configured TimeSource time) {
        this.usage = usage;
        this.time = time;
    }

    /** The sums of some days, today among them, as they were at most a minute ago. */
    Sums of(int days) {
        Instant now = time.now();
        Sums known = kept.get(days);
        if (known != null && known.holdsAt(now)) {
            return known;
        }
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        LocalDate first = today.minusDays(days - 1L);
        Sums sums = new Sums(now, usage.byClient(first, today), usage.most(first, today, TOP));
        if (kept.size() >= MOST) {
            kept.clear();
        }
        kept.put(days, sums);
        return sums;
    }

    /**
     * Uses of some days.
     *
     * @param made when they were summed up
     * @param byClient of each client and day
     * @param top of those who use most
     */
    record Sums(Instant made, List<ClientUses> byClient, List<TotalUses> top) {

        /** Not of yesterday, and not where the clock has been set back. */
        boolean holdsAt(Instant now) {
            return !now.isBefore(made)
                    && now.isBefore(made.plus(KEPT))
                    && LocalDate.ofInstant(now, ZoneOffset.UTC).equals(LocalDate.ofInstant(made, ZoneOffset.UTC));
        }
    }
}
