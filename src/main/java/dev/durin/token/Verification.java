package dev.durin.token;

/** What came of checking a token. That it could not be checked is not among this, but an exception. */
public sealed interface Verification {

    /**
     * The token is good.
     *
     * @param token the token
     */
    record Valid(VerifiedToken token) implements Verification {}

    /** No such token: no key of ours has made it, or it is not for here. */
    record Unknown() implements Verification {}

    /** A token that was good once: it was ended, or removed after its expiry, or its key is not the one of its row. */
    record Ended() implements Verification {}

    /** The token has expired, and is removed. */
    record Expired() implements Verification {}

    /** The token's caller is not active at present; the token is kept. */
    record CallerInactive() implements Verification {}

    /** The token's client is switched off; the token is kept. */
    record ClientDisabled() implements Verification {}
}
