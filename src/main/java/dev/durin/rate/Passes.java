package dev.durin.rate;

/** What has passed within one period. Times are epoch milliseconds and never go back. */
sealed interface Passes permits ExactPasses, SlottedPasses {

    /** Nothing yet, remembered as it suits a rate. */
    static Passes none(Rate rate) {
        long period = rate.period().toMillis();
        return rate.requests() <= ExactPasses.MOST ? new ExactPasses(period) : new SlottedPasses(period);
    }

    /** Whether this way to remember suits a rate. */
    boolean suits(Rate rate);

    /** How many have passed within the period before this moment. */
    long count(long now);

    /** Remembers that some have passed. */
    void add(long time, int count);

    /** How many milliseconds are left until so many of the first ones count no longer. */
    long untilLeft(long count, long now);

    /** Tells another one what this one remembers, none of it later than now. */
    void tell(Passes other, long now);
}
