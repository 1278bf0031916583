package dev.durin.event;

import dev.durin.spi.Expiry;

/**
 * A token got a new expiry; its text stayed.
 *
 * <p>Fired synchronously inside Durin's transaction and asynchronously after the commit. What an observer throws is
 * logged and the renewal stays; an observer that marks the transaction for rollback undoes it.
 *
 * @param caller the caller's name
 * @param client the client's name
 * @param tokenId the id of the token
 * @param expiry its new expiry
 */
public record TokenRenewed(String caller, String client, long tokenId, Expiry expiry) {}
