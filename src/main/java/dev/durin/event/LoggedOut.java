package dev.durin.event;

/**
 * A caller logged out, from one client or everywhere. The tokens that ended are told one by one by
 * {@link TokenRevoked}.
 *
 * <p>Fired synchronously and asynchronously after Durin's transaction has committed. What an observer throws is logged
 * and changes nothing.
 *
 * @param caller the caller's name
 * @param client the name of the client whose token asked for it
 * @param everywhere true for {@code logoutall}
 */
public record LoggedOut(String caller, String client, boolean everywhere) {}
