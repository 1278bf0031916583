package dev.durin.token;

/**
 * Which tokens a list shall have, and in which order.
 *
 * @param caller what the caller's name begins with; empty for any
 * @param name what the token's name begins with; empty for any
 * @param client the exact name of the client; empty for any
 * @param state whether they live
 * @param order what comes first; among equals the ids decide
 */
public record TokenQuery(String caller, String name, String client, State state, Order order) {

    /** Whether tokens live. */
    public enum State {
        /** They do: they have not expired. Client and caller may be switched off all the same. */
        LIVE,
        /** They have expired, and are not removed yet. */
        EXPIRED,
        /** Either. */
        ALL
    }

    /** What comes first. */
    public enum Order {
        /** The one that was issued last. */
        NEWEST,
        /** The one that was issued first. */
        OLDEST,
        /** The first caller, by the code points of the name. */
        CALLER,
        /** The one that ends first. Those that never do come last. */
        EXPIRY
    }
}
