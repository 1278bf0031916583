package dev.durin.token;

/**
 * Says of callers whom Durin itself keeps whether they may use tokens, beside what {@link dev.durin.spi.CallerStatus} of
 * the application says. Implemented where accounts are known, which is above this package.
 */
public interface KeptCallers {

    /**
     * Whether Durin's accounts have nothing against a caller.
     *
     * @param caller the caller's name
     * @param origin what is known of the caller beside the name
     * @return false for the caller of an account that is not active, or that is gone
     * @throws RuntimeException when it cannot be found out
     */
    boolean isActive(String caller, CallerOrigin origin);

    /**
     * Whether it is known that there is no such caller.
     *
     * @param caller the caller's name
     * @return true only where every caller has an account of Durin's, and this one has none
     * @throws RuntimeException when it cannot be found out
     */
    default boolean isNobody(String caller) {
        return false;
    }

    /**
     * Keeps what a login has found out of a caller as it is until the running transaction has ended, which makes a token by
     * it. Without a query where no account is concerned.
     *
     * @param origin what is known of the caller beside the name, as the login has found it
     * @return false when the account is gone or not active by now, or has another password
     */
    default boolean keepLoggedIn(CallerOrigin origin) {
        return true;
    }
}
