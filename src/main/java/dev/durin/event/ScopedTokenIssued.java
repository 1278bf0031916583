package dev.durin.event;

import java.time.Instant;

/**
 * A scoped token was made.
 *
 * <p>Fired synchronously and asynchronously before whoever asked for it has it. What an observer throws is logged and changes
 * nothing.
 *
 * @param caller the caller's name
 * @param tokenId the id of the token, by which it can be ended
 * @param recipient whom it is for, or an empty text
 * @param expiry when it ends
 */
public record ScopedTokenIssued(String caller, String tokenId, String recipient, Instant expiry) {}
