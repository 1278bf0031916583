package dev.durin.event;

import java.time.Instant;

/**
 * A scoped token was made.
 *
 * <p>Fired synchronously inside a transaction of Durin's and asynchronously after its commit, before whoever asked for the token
 * has it. What an observer throws is logged and changes nothing; an observer that marks the transaction for rollback keeps the
 * token back, and whoever asked for it gets an error.
 *
 * @param caller the caller's name
 * @param tokenId the id of the token, by which it can be ended
 * @param recipient whom it is for, or an empty text
 * @param expiry when it ends
 */
public record ScopedTokenIssued(String caller, String tokenId, String recipient, Instant expiry) {}
