package dev.durin.token;

/**
 * No token was made: its caller has as many live ones as there may be, and the client or the settings say that a login is
 * refused then. Nothing has changed.
 */
public final class TokenLimitException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int limit;
    private final boolean ofClient;

    TokenLimitException(TokenLimit limit) {
        super("A caller may have no more than " + limit.most() + " live tokens"
                + (limit.ofClient() ? " of this client" : "") + " at a time");
        this.limit = limit.most();
        this.ofClient = limit.ofClient();
    }

    /**
     * How many live tokens the caller may have.
     *
     * @return the number
     */
    public int limit() {
        return limit;
    }

    /**
     * Which tokens the limit counts.
     *
     * @return true for those of the client that a token was asked of, false for those of all clients together
     */
    public boolean isOfClient() {
        return ofClient;
    }
}
