package dev.durin.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.durin.config.Settings;
import dev.durin.spi.TimeSource;
import dev.durin.store.Revocation;
import dev.durin.usage.Selector;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What was found out, by selector, so that most requests need no query. Thread-safe.
 *
 * <p>What other nodes do is trusted to arrive: an entry holds for as long as {@link #confirm} comes in time. So nobody
 * has to notice that it does not come any more.
 *
 * <p>What is forgotten here is gone with the next {@link #find}, also when it is being loaded at that moment: a load
 * that began before is not kept. So a token that was ended is refused from the moment when its ending returns.
 */
class TrustedCache<V extends CacheEntry> {

    private static final long NEVER = Long.MAX_VALUE;

    private final Cache<Selector, V> entries;
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final Set<Load> loads = ConcurrentHashMap.newKeySet();
    private final long timeoutMillis;
    private final long trustMillis;
    private final TimeSource time;
    private volatile long confirmed = NEVER;

    TrustedCache(Settings settings, TimeSource time) {
        this.time = time;
        this.timeoutMillis = settings.cache().timeout().toMillis();
        this.trustMillis =
                settings.feed().isOn() ? settings.feed().outageTimeout().toMillis() : Long.MAX_VALUE;
        // The true bound is the entry's own, by Durin's time; this one frees the memory of what nobody asks for.
        this.entries = Caffeine.newBuilder()
                .maximumSize(settings.cache().size())
                .expireAfterWrite(settings.cache().timeout())
                .build();
    }

    /** What is known at this moment. Asking does not prolong it. */
    Optional<V> find(Selector selector, Instant now) {
        V token = entries.getIfPresent(selector);
        if (token == null || !holdsAt(token, now.toEpochMilli())) {
            misses.increment();
            return Optional.empty();
        }
        hits.increment();
        return Optional.of(token);
    }

    /** How often something was found, how often not, and of how many tokens something is kept. */
    CacheStatistics statistics() {
        return new CacheStatistics(hits.sum(), misses.sum(), entries.estimatedSize());
    }

    /** Nobody who has ended or changed it can have been overheard for longer than this node may go without asking. */
    private boolean holdsAt(V token, long now) {
        return isWithin(timeoutMillis, token.began(), now)
                && !token.hasExpired(now)
                && (isRecent(confirmed, now) || isRecent(token.began(), now));
    }

    private boolean isRecent(long moment, long now) {
        return isWithin(trustMillis, moment, now);
    }

    /** A clock that was set back must not prolong it either. */
    private static boolean isWithin(long bound, long moment, long now) {
        return moment <= now && now - moment < bound;
    }

    /**
     * Everything that was ended or changed before a moment has been forgotten here. When that comes late, what had lapsed
     * meanwhile must not come back to life.
     */
    void confirm(Instant moment, Collection<Revocation> revocations) {
        if (isRecent(confirmed, moment.toEpochMilli())) {
            forget(revocations);
        } else {
            clear();
        }
        confirmed = moment.toEpochMilli();
    }

    /**
     * Finds something out, in this thread and without a lock, and keeps what is good of it and still true at the end.
     *
     * @param reading is told when it begins, in epoch milliseconds
     * @param good what of the result is to be kept, if anything
     */
    <R> R load(Selector selector, LongFunction<R> reading, Function<R, Optional<V>> good) {
        Load load = new Load(selector);
        loads.add(load);
        try {
            R result = reading.apply(time.now().toEpochMilli());
            good.apply(result).ifPresent(kept -> load.end(() -> keep(kept)));
            return result;
        } finally {
            loads.remove(load);
        }
    }

    /** Under its own selector: to put it over what is there would keep the key of that, a second selector. */
    private void keep(V token) {
        entries.invalidate(token.selector());
        entries.put(token.selector(), token);
    }

    /** The token of which the table has this selector has ended or changed. */
    void forget(String text) {
        Selector.parse(text).ifPresent(this::forget);
    }

    /** The token has ended or changed. */
    void forget(Selector selector) {
        outdateLoads(load -> load.selector.equals(selector));
        entries.invalidate(selector);
    }

    /** The rights of the caller have changed. */
    void forgetCaller(String caller) {
        forgetAll(token -> token.caller().equals(caller));
    }

    /** The client has changed. */
    void forgetClient(long clientId) {
        forgetAll(token -> token.clientId() == clientId);
    }

    /** Others have ended or changed this: in one walk over all entries, however much it is. */
    private void forget(Collection<Revocation> revocations) {
        Map<Revocation.Kind, Set<String>> subjects = revocations.stream()
                .collect(Collectors.groupingBy(
                        Revocation::kind, Collectors.mapping(Revocation::subject, Collectors.toSet())));
        if (subjects.containsKey(Revocation.Kind.UNKNOWN)) {
            clear();
            return;
        }
        subjects.getOrDefault(Revocation.Kind.TOKEN, Set.of()).forEach(this::forget);
        Set<String> callers = subjects.getOrDefault(Revocation.Kind.CALLER, Set.of());
        Set<Long> clients = subjects.getOrDefault(Revocation.Kind.CLIENT, Set.of()).stream()
                .map(Long::valueOf)
                .collect(Collectors.toSet());
        if (!callers.isEmpty() || !clients.isEmpty()) {
            forgetAll(token -> callers.contains(token.caller()) || clients.contains(token.clientId()));
        }
    }

    private void clear() {
        outdateLoads(load -> true);
        entries.invalidateAll();
    }

    /** What is being loaded is not known yet, so none of it is kept. */
    private void forgetAll(Predicate<V> forgotten) {
        outdateLoads(load -> true);
        entries.asMap().values().removeIf(forgotten);
    }

    /** First the loads, then the entries: what a load puts in before it is outdated is still removed. */
    private void outdateLoads(Predicate<Load> outdated) {
        loads.stream().filter(outdated).forEach(Load::outdate);
    }

    /** A load under way. Its lock makes "keep" and "outdate" one after the other, and is never held while reading. */
    private static final class Load {

        private final Selector selector;
        private boolean outdated;

        Load(Selector selector) {
            this.selector = selector;
        }

        synchronized void outdate() {
            outdated = true;
        }

        synchronized void end(Runnable keep) {
            if (!outdated) {
                keep.run();
            }
        }
    }
}
