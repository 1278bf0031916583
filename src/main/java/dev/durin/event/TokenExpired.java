package dev.durin.event;

/**
 * An expired token was removed: exactly one event for each, on any number of threads and nodes.
 *
 * <p>Fired synchronously inside Durin's transaction and asynchronously after the commit. What an observer throws is
 * logged and changes nothing; an observer that marks the transaction for rollback keeps the row, which stays refused and
 * is removed, and announced, again later.
 *
 * @param caller the caller's name
 * @param client the client's name
 * @param tokenId the id of the token
 * @param source who noticed
 */
public record TokenExpired(String caller, String client, long tokenId, ExpirySource source) {}
