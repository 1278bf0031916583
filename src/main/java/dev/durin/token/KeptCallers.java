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
}
