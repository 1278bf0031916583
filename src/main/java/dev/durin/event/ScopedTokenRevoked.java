package dev.durin.event;

/**
 * A scoped token was ended before its time, by its id. That all of a caller's have ended is not told by this.
 *
 * <p>Fired synchronously inside Durin's transaction and asynchronously after the commit. What an observer throws is logged and
 * the token stays revoked; an observer that marks the transaction for rollback keeps it alive, and whoever asked for the
 * revocation gets an error.
 *
 * @param tokenId the id of the token
 */
public record ScopedTokenRevoked(String tokenId) {}
