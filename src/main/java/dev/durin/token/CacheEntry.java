package dev.durin.token;

import dev.durin.usage.Selector;

/** What a {@link TrustedCache} keeps: it says itself for how long it may hold, and whose it is. */
abstract class CacheEntry {

    /** What it is found by. */
    abstract Selector selector();

    /** The name of the caller whose it is. */
    abstract String caller();

    /** The id of the client whose it is, or a number that no client has. */
    abstract long clientId();

    /** When it began to be found out, in epoch milliseconds. */
    abstract long began();

    /** Whether its own time is over. */
    abstract boolean hasExpired(long now);
}
