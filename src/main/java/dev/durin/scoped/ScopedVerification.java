package dev.durin.scoped;

import dev.durin.token.Verification;

/** What came of checking a scoped token. That it could not be checked is not among this, but an exception. */
public sealed interface ScopedVerification {

    /**
     * The token is good.
     *
     * @param token the token
     */
    record Valid(VerifiedScopedToken token) implements ScopedVerification {}

    /**
     * The token is not good.
     *
     * @param reason why; {@link Verification.Unknown} for one that none of our keys has made or that is not for here
     */
    record Refused(Verification reason) implements ScopedVerification {}
}
