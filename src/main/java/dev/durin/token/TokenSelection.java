package dev.durin.token;

import org.jspecify.annotations.Nullable;

/**
 * Which tokens an operator ends: those of a caller, those of a client, those of a caller with a client, or all. Immutable.
 */
public final class TokenSelection {

    private final String caller;
    private final String client;
    private final @Nullable VerifiedToken spared;

    private TokenSelection(String caller, String client, @Nullable VerifiedToken spared) {
        this.caller = caller;
        this.client = client;
        this.spared = spared;
    }

    /**
     * All tokens.
     *
     * @return the selection
     */
    public static TokenSelection all() {
        return new TokenSelection("", "", null);
    }

    /**
     * Of these those of one caller.
     *
     * @param name the exact name, or an empty text for any
     * @return the selection
     */
    public TokenSelection ofCaller(String name) {
        return new TokenSelection(name, client, spared);
    }

    /**
     * Of these those of one client.
     *
     * @param name the exact name, or an empty text for any
     * @return the selection
     */
    public TokenSelection ofClient(String name) {
        return new TokenSelection(caller, name, spared);
    }

    /**
     * Of these all but one.
     *
     * @param token the token that goes on
     * @return the selection
     */
    public TokenSelection sparing(VerifiedToken token) {
        return new TokenSelection(caller, client, token);
    }

    /** The caller's name, or empty for any. */
    String caller() {
        return caller;
    }

    /** The client's name, or empty for any. */
    String client() {
        return client;
    }

    /** The selector of the token that goes on, or a text that is none. */
    String sparedSelector() {
        return spared == null ? "" : spared.selector().text();
    }

    /**
     * Whether they are all that one caller has, but maybe for one: then all of the caller's scoped tokens end as well.
     *
     * @return false for those of a client, and for all tokens
     */
    public boolean isOfOneCaller() {
        return !caller.isEmpty() && client.isEmpty();
    }

    /** As people read it. */
    @Override
    public String toString() {
        String which = caller.isEmpty() && client.isEmpty()
                ? "all tokens"
                : "tokens" + (caller.isEmpty() ? "" : " of " + caller)
                        + (client.isEmpty() ? "" : " with the client " + client);
        return spared == null ? which : which + " but the operator's own";
    }
}
