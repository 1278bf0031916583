package dev.durin.store;

/**
 * Something that every node must look up again: it was ended or changed.
 *
 * @param kind what it is
 * @param subject which one: a token's selector, a caller's name, a client's id
 */
public record Revocation(Kind kind, String subject) {

    /** What was ended or changed. */
    public enum Kind {
        /** One token. */
        TOKEN,
        /** All tokens of a caller, or the caller's rights. */
        CALLER,
        /** A client, with all of its tokens. */
        CLIENT,
        /** What a later version of Durin knows: it may be anything. */
        UNKNOWN
    }

    /**
     * A token was ended or changed.
     *
     * @param selector its selector
     * @return the revocation
     */
    public static Revocation ofToken(String selector) {
        return new Revocation(Kind.TOKEN, selector);
    }

    /**
     * All tokens of a caller were ended, or the caller's rights have changed.
     *
     * @param caller the caller's name
     * @return the revocation
     */
    public static Revocation ofCaller(String caller) {
        return new Revocation(Kind.CALLER, caller);
    }

    /**
     * A client was ended or changed.
     *
     * @param id its id
     * @return the revocation
     */
    public static Revocation ofClient(long id) {
        return new Revocation(Kind.CLIENT, String.valueOf(id));
    }

    /** Without the subject, which may be half of a token's text. */
    @Override
    public String toString() {
        return "Revocation[" + kind + "]";
    }
}
