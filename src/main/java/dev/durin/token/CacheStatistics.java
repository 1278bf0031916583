package dev.durin.token;

/**
 * What is kept in memory of good tokens, and how much it saves, since the application has started.
 *
 * @param hits how many times a token was known
 * @param misses how many times it had to be looked up
 * @param size of how many tokens something is kept, roughly
 */
public record CacheStatistics(long hits, long misses, long size) {

    /**
     * Which part of all was known.
     *
     * @return from 0 to 1; 0 when nothing was asked for yet
     */
    public double hitRate() {
        return hits == 0 ? 0 : (double) hits / (hits + misses);
    }
}
