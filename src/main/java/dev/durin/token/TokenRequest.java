package dev.durin.token;

import dev.durin.store.FreeText;
import java.util.Set;

/**
 * What a token shall be made for: {@code TokenRequest.of("alice", "cli").named("laptop")}.
 *
 * @param caller the name of the caller, 1 to 255 characters
 * @param client the name of the client
 * @param groups the groups that the login gave; those that the identity stores give without a login are asked for again
 *     whenever the token is loaded, only the others stay with the token
 * @param origin what the identity store said beside the name
 * @param name a name for the token, cut to 255 characters
 * @param address where the login came from, cut to 64 characters
 * @param userAgent what the login was made with, cut to 256 characters
 */
public record TokenRequest(
        String caller,
        String client,
        Set<String> groups,
        CallerOrigin origin,
        String name,
        String address,
        String userAgent) {

    /** Checks the caller's name and cuts free text to what is kept of it. */
    public TokenRequest {
        if (!isCallerName(caller)) {
            throw new IllegalArgumentException("a caller's name has 1 to 255 characters, none of them NUL");
        }
        groups = Set.copyOf(groups);
        name = FreeText.cut(name, 255);
        address = FreeText.cut(address, 64);
        userAgent = FreeText.cut(userAgent, 256);
    }

    /** Whether a caller can have this name, and so tokens. */
    static boolean isCallerName(String name) {
        return !name.isEmpty() && name.length() <= 255 && name.indexOf('\0') < 0;
    }

    /**
     * A token for a caller and a client, of which nothing else is known.
     *
     * @param caller the name of the caller
     * @param client the name of the client
     * @return the request
     */
    public static TokenRequest of(String caller, String client) {
        return new TokenRequest(caller, client, Set.of(), CallerOrigin.UNKNOWN, "", "", "");
    }

    /**
     * With what the login found out about the caller.
     *
     * @param loginGroups the groups that the login gave
     * @param loginOrigin what the identity store said beside the name
     * @return the request with it
     */
    public TokenRequest loggedIn(Set<String> loginGroups, CallerOrigin loginOrigin) {
        return new TokenRequest(caller, client, loginGroups, loginOrigin, name, address, userAgent);
    }

    /**
     * With a name for the token.
     *
     * @param tokenName the name
     * @return the request with it
     */
    public TokenRequest named(String tokenName) {
        return new TokenRequest(caller, client, groups, origin, tokenName, address, userAgent);
    }

    /**
     * With where the login came from.
     *
     * @param loginAddress the address
     * @param loginUserAgent the user agent
     * @return the request with it
     */
    public TokenRequest from(String loginAddress, String loginUserAgent) {
        return new TokenRequest(caller, client, groups, origin, name, loginAddress, loginUserAgent);
    }
}
