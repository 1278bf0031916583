package dev.durin.scoped;

import java.time.Instant;

/**
 * A scoped token that was made just now. Only {@link #reveal()} gives its text away. Not serializable on purpose.
 */
public final class IssuedScopedToken {

    private final String id;
    private final String caller;
    private final Instant expiry;
    private final String text;

    IssuedScopedToken(String id, String caller, Instant expiry, String text) {
        this.id = id;
        this.caller = caller;
        this.expiry = expiry;
        this.text = text;
    }

    /**
     * What {@link ScopedTokens#revoke} ends it by.
     *
     * @return 32 hexadecimal digits; no secret
     */
    public String id() {
        return id;
    }

    /**
     * The name of its caller.
     *
     * @return the name
     */
    public String caller() {
        return caller;
    }

    /**
     * When it ends.
     *
     * @return a whole second
     */
    public Instant expiry() {
        return expiry;
    }

    /**
     * The secret itself, for whom it was made.
     *
     * @return the whole text; never log or store it
     */
    public String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return "IssuedScopedToken[id=" + id + ", caller=" + caller + ", expiry=" + expiry + "]";
    }
}
