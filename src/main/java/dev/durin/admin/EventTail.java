package dev.durin.admin;

import dev.durin.config.Configured;
import dev.durin.config.Part;
import dev.durin.config.Settings;
import dev.durin.event.LoginFailed;
import dev.durin.event.RateLimited;
import dev.durin.spi.TimeSource;
import dev.durin.store.FactListener;
import dev.durin.usage.HourlyCounts;
import dev.durin.usage.RefusalKind;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What has happened lately on this node, in memory, as far back as there is room for its kind; where there are no operators, nothing is
 * kept. Thread-safe.
 */
@Part
public class EventTail implements FactListener {

    /** How much of each kind is kept: what there is much of must not push out what an operator has done. */
    static final int MOST = 1_000;

    private static final Comparator<Happening> NEWEST_FIRST =
            Comparator.comparingLong(Happening::sequence).reversed();

    private final Map<EventKind, Deque<Happening>> newestFirst = new EnumMap<>(EventKind.class);
    private final ReentrantLock lock = new ReentrantLock();
    private final boolean on;
    private final HourlyCounts counts;
    private final TimeSource time;
    private final Instant since;
    private long last;

    @Inject
    EventTail(Settings settings, HourlyCounts counts, @Configured TimeSource time) {
        this.on = settings.admin().enabled();
        this.counts = counts;
        this.time = time;
        this.since = time.now();
    }

    @Override
    public void happened(Object fact) {
        if (!on) {
            return;
        }
        if (fact instanceof LoginFailed) {
            counts.refused(RefusalKind.LOGIN_FAILED);
        } else if (fact instanceof RateLimited) {
            counts.refused(RefusalKind.RATE_LIMITED);
        }
        FactDescriptions.of(fact).ifPresent(this::add);
    }

    private void add(Happening happening) {
        Instant now = time.now();
        lock.lock();
        try {
            last++;
            Deque<Happening> kept = newestFirst.computeIfAbsent(happening.kind(), kind -> new ArrayDeque<>());
            kept.addFirst(happening.numbered(last, now));
            if (kept.size() > MOST) {
                kept.removeLast();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * What has happened lately.
     *
     * @param before the number of an event, of which older ones are wanted
     * @param wanted which are wanted
     * @param most how many at most
     * @return the newest of those, the newest first
     */
    public List<Happening> before(long before, Predicate<Happening> wanted, int most) {
        return oldestFirst(happening -> happening.sequence() < before && wanted.test(happening))
                .sorted(NEWEST_FIRST)
                .limit(most)
                .toList();
    }

    /**
     * What has happened since, so that whoever asks again and again misses none that is still kept.
     *
     * @param after the number of the last one that is known already
     * @param wanted which are wanted
     * @param most how many at most
     * @return the oldest of those, the newest first
     */
    public List<Happening> after(long after, Predicate<Happening> wanted, int most) {
        return oldestFirst(happening -> happening.sequence() > after && wanted.test(happening))
                .limit(most)
                .sorted(NEWEST_FIRST)
                .toList();
    }

    private Stream<Happening> oldestFirst(Predicate<Happening> wanted) {
        List<Happening> kept;
        lock.lock();
        try {
            kept = newestFirst.values().stream().flatMap(Deque::stream).toList();
        } finally {
            lock.unlock();
        }
        return kept.stream().filter(wanted).sorted(NEWEST_FIRST.reversed());
    }

    /**
     * Since when this node has been keeping what happens, and counting.
     *
     * @return when it has started
     */
    public Instant since() {
        return since;
    }

    /**
     * Which node this is.
     *
     * @return its host's name, where the environment tells it, and the number of its process
     */
    public String node() {
        String host = System.getenv("HOSTNAME");
        long process = ProcessHandle.current().pid();
        return host == null || host.isBlank() ? "process " + process : host + ":" + process;
    }
}
