package dev.durin.it.app;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What a test has told the application to do. */
final class Switches {

    static volatile Duration ahead = Duration.ZERO;
    /** The time at which the application's clock stands still, or null while it runs. */
    static volatile Instant stopped;

    /** Whether events are counted and not kept. */
    static volatile boolean countsEvents;

    static volatile boolean storeFails;
    static volatile boolean statusFails;
    static volatile boolean knownDuringTheCheck;
    static volatile String failingEvent = "";
    static volatile String rollingBackEvent = "";
    static volatile String vetoedCaller = "";
    static volatile String refusedByPolicy = "";
    static final Set<String> INACTIVE = ConcurrentHashMap.newKeySet();
    static final Map<String, Set<String>> GROUPS = new ConcurrentHashMap<>();
    static final List<String> EVENTS = Collections.synchronizedList(new ArrayList<>());

    /** How many tokens expired in each transaction. */
    static final Map<Object, LongAdder> EXPIRED = new ConcurrentHashMap<>();

    static {
        reset();
    }

    private Switches() {}

    /** Moves the clock on, whether it runs or stands still. */
    static void pass(Duration duration) {
        ahead = ahead.plus(duration);
        if (stopped != null) {
            stopped = stopped.plus(duration);
        }
    }

    static void reset() {
        ahead = Duration.ZERO;
        stopped = null;
        countsEvents = false;
        storeFails = false;
        statusFails = false;
        failingEvent = "";
        rollingBackEvent = "";
        vetoedCaller = "";
        refusedByPolicy = "";
        INACTIVE.clear();
        GROUPS.clear();
        GROUPS.put("alice", Set.of("user"));
        GROUPS.put("bob", Set.of("user"));
        GROUPS.put("bobé", Set.of("user"));
        GROUPS.put("root", Set.of("user", "admin"));
        EVENTS.clear();
        EXPIRED.clear();
    }
}
