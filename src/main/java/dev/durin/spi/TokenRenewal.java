package dev.durin.spi;

import java.time.Instant;

/**
 * Says what the expiry of a renewed token is. The default counts the client's present lifetime from now, so a renewal
 * may also shorten a token whose client got a shorter lifetime.
 *
 * <p>A CDI bean of this type replaces the default. What it throws makes the renewal answer 503 and changes nothing.
 */
@FunctionalInterface
public interface TokenRenewal {

    /**
     * The new expiry of a token that is good and is renewed now.
     *
     * @param renewal the token as it is
     * @return its new expiry; one that has passed means that the token is not renewed and keeps the one it has
     */
    Expiry renewedExpiry(Renewal renewal);

    /**
     * A token about to be renewed.
     *
     * @param caller the name of its caller
     * @param client the name of its client
     * @param created when it was issued
     * @param expiry when it would end without renewal
     * @param lifetime the client's present lifetime
     * @param now the present moment
     */
    record Renewal(String caller, String client, Instant created, Expiry expiry, Lifetime lifetime, Instant now) {}
}
