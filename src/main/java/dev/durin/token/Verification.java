package dev.durin.token;

/** What came of checking a token. That it could not be checked is not among this, but an exception. */
public sealed interface Verification {

    /**
     * The token is good.
     *
     * @param token the token
     */
    record Valid(VerifiedToken token) implements Verification {}

    /** No such token: never issued, revoked, or removed after its expiry. */
    record Unknown() implements Verification {}

    /** The token has expired, and is removed. */
    record Expired() implements Verification {}

    /** The token's caller is not active at present; the token is kept. */
    record CallerInactive() implements Verification {}

    /** The token's client is switched off; the token is kept. */
    record ClientDisabled() implements Verification {}
}
