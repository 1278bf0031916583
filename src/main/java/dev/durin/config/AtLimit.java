package dev.durin.config;

/** What a login does that would give its caller one token more than there may be. */
public enum AtLimit {
    /** It ends the oldest of the tokens that count, as many as it takes. */
    EVICT_OLDEST,
    /** It is refused. */
    REJECT
}
