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
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * What has happened lately on this node, in memory, as far back as there is room; where there are no operators, nothing is
 * kept. Thread-safe.
 */
@Part
public class EventTail implements FactListener {

    /** How much is kept. */
    static final int MOST = 1_000;

    private final Deque<Happening> newestFirst = new ArrayDeque<>();
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
            newestFirst.addFirst(happening.numbered(last, now));
            if (newestFirst.size() > MOST) {
                newestFirst.removeLast();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * What has happened.
     *
     * @param after the number of the last one that is known already, 0 for none
     * @param wanted which are wanted
     * @param most how many at most
     * @return those after it, the newest first
     */
    public List<Happening> after(long after, Predicate<Happening> wanted, int most) {
        lock.lock();
        try {
            return newestFirst.stream()
                    .takeWhile(happening -> happening.sequence() > after)
                    .filter(wanted)
                    .limit(most)
                    .toList();
        } finally {
            lock.unlock();
        }
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
