package dev.durin.usage;

import java.util.Comparator;

/**
 * What uses are counted by: the key of {@code durin_usage}.
 *
 * @param caller the caller's name
 * @param clientId the client's id
 * @param day the day in UTC, counted from 1970-01-01
 */
record UsageKey(String caller, long clientId, long day) implements Comparable<UsageKey> {

    private static final Comparator<UsageKey> ORDER = Comparator.comparing(UsageKey::caller)
            .thenComparingLong(UsageKey::clientId)
            .thenComparingLong(UsageKey::day);

    /** One order on all nodes, so that none waits for another that waits for it. */
    @Override
    public int compareTo(UsageKey other) {
        return ORDER.compare(this, other);
    }
}
