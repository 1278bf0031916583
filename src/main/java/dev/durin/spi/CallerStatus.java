package dev.durin.spi;

/**
 * Says whether a caller who has a token is still active. The default says yes to everybody.
 *
 * <p>A CDI bean of this type replaces the default. It is asked at each login and each time a token is looked up. That is
 * not each request: what it said is kept for {@code durin.token.cache-timeout}, and {@code Tokens.forget(caller)} makes a
 * change count at once. A token of an inactive caller is refused with 401 but kept, it works again when the caller is
 * active again. What it throws makes the request answer 503, never 401.
 */
@FunctionalInterface
public interface CallerStatus {

    /**
     * Whether a caller may use tokens now.
     *
     * @param caller the caller's name
     * @return false for a caller who is disabled or gone
     */
    boolean isActive(String caller);
}
