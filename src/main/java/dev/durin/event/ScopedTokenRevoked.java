package dev.durin.event;

/**
 * A scoped token was ended before its time, by its id. That all of a caller's have ended is not told by this.
 *
 * <p>Fired synchronously and asynchronously after Durin's transaction has committed. What an observer throws is logged and
 * changes nothing.
 *
 * @param tokenId the id of the token
 */
public record ScopedTokenRevoked(String tokenId) {}
