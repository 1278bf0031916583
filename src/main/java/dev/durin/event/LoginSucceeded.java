package dev.durin.event;

/**
 * A caller logged in and gets a token with the answer, a new one or the one there was.
 *
 * <p>Fired synchronously and asynchronously after Durin's transaction has committed. What an observer throws is logged
 * and changes nothing.
 *
 * @param caller the caller's name
 * @param client the client's name
 * @param tokenId the id of the token
 * @param remoteAddress where it came from, as far as {@code durin.trusted-proxies} lets Durin know, or an empty text
 */
public record LoginSucceeded(String caller, String client, long tokenId, String remoteAddress) {}
