package dev.durin.store;

/**
 * How many there are, as far as it was counted: not beyond {@link #MOST}.
 *
 * @param count how many, at most {@link #MOST}
 * @param capped whether there are more
 */
public record CappedCount(int count, boolean capped) {

    /** How far is counted. */
    public static final int MOST = 1_000;

    /** Nothing. */
    public static final CappedCount NONE = new CappedCount(0, false);

    /**
     * The count of what was found.
     *
     * @param found how many were found by a query that stops one after {@link #MOST}
     * @return the count
     */
    public static CappedCount of(long found) {
        return new CappedCount((int) Math.min(found, MOST), found > MOST);
    }

    /** As people read it. */
    @Override
    public String toString() {
        return capped ? "more than " + count : String.valueOf(count);
    }
}
