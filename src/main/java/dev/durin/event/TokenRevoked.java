package dev.durin.event;

/**
 * A token was ended before its time.
 *
 * <p>Fired synchronously inside Durin's transaction and asynchronously after the commit. What an observer throws is
 * logged and the token stays revoked; an observer that marks the transaction for rollback keeps it alive, and whoever
 * asked for the revocation gets an error.
 *
 * @param caller the caller's name
 * @param client the client's name
 * @param tokenId the id of the token
 * @param reason why
 */
public record TokenRevoked(String caller, String client, long tokenId, RevocationReason reason) {}
