package dev.durin.event;

import dev.durin.spi.Expiry;

/**
 * A token was made. Not fired when a login answers a token that was there already.
 *
 * <p>Fired synchronously inside Durin's transaction, so an observer may choose its
 * {@link jakarta.enterprise.event.TransactionPhase}, and asynchronously after the commit. What an observer throws is
 * logged and the token stays; an observer that marks the transaction for rollback undoes the token.
 *
 * @param caller the caller's name
 * @param client the client's name
 * @param tokenId the id of the token
 * @param expiry when it ends
 */
public record TokenIssued(String caller, String client, long tokenId, Expiry expiry) {}
