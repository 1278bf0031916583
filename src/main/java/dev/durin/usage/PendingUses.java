package dev.durin.usage;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What was gathered and waits to be written; after a failure it goes on waiting, with what comes after. Thread-safe. */
final class PendingUses {

    private final Map<Selector, PendingLastUse> lastUses = new ConcurrentHashMap<>();
    private final Map<UsageKey, Long> counts = new ConcurrentHashMap<>();

    /** Takes over what an object has counted, which counts no more from here on. */
    void add(TokenUse use) {
        long count = use.end();
        if (count > 0) {
            PendingLastUse last = new PendingLastUse(use.tokenId(), use.selector(), use.lastUse());
            lastUses.merge(use.selector(), last, PendingLastUse::orLater);
            counts.merge(use.key(), count, Long::sum);
        }
    }

    Optional<LastUse> lastUse(Selector selector) {
        return Optional.ofNullable(lastUses.get(selector)).map(PendingLastUse::use);
    }

    /** In the order of the rows, so that no two nodes wait for each other. */
    List<PendingLastUse> lastUses() {
        return lastUses.values().stream()
                .sorted(Comparator.comparingLong(PendingLastUse::tokenId).thenComparing(PendingLastUse::selector))
                .toList();
    }

    /** In the order of the key, for the same reason. */
    List<PendingCount> counts() {
        return counts.entrySet().stream()
                .map(entry -> new PendingCount(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(PendingCount::key))
                .toList();
    }

    /** Is in the table now; what was added meanwhile goes on waiting. */
    void wereWritten(List<PendingLastUse> written) {
        written.forEach(use -> lastUses.remove(use.selector(), use));
    }

    /** Are in the table now; what was added meanwhile goes on waiting. */
    void wereCounted(List<PendingCount> written) {
        written.forEach(count -> counts.computeIfPresent(
                count.key(), (key, present) -> present == count.uses() ? null : present - count.uses()));
    }

    /** Gives up the oldest last uses and the least counts, until there are no more of each than this; how many. */
    int keepAtMost(int most) {
        List<PendingLastUse> oldest = lastUses.size() <= most
                ? List.of()
                : lastUses.values().stream()
                        .sorted(Comparator.comparing(
                                (PendingLastUse use) -> use.use().time()))
                        .limit(lastUses.size() - (long) most)
                        .toList();
        List<PendingCount> least = counts.size() <= most
                ? List.of()
                : counts().stream()
                        .sorted(Comparator.comparingLong(PendingCount::uses))
                        .limit(counts.size() - (long) most)
                        .toList();
        wereWritten(oldest);
        wereCounted(least);
        return Math.max(oldest.size(), least.size());
    }

    /**
     * The last use of a token.
     *
     * @param tokenId the id of its row
     * @param selector what tells it from a token that has its row by now
     * @param use when and by whom
     */
    record PendingLastUse(long tokenId, Selector selector, LastUse.At use) {

        PendingLastUse orLater(PendingLastUse other) {
            return other.use.time().isAfter(use.time()) ? other : this;
        }
    }

    /**
     * How often a caller has used a client on one day.
     *
     * @param key what is counted
     * @param uses how many there were
     */
    record PendingCount(UsageKey key, long uses) {}
}
