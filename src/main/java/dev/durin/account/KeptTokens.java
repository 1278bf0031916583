package dev.durin.account;

/** Which of a caller's tokens go on when the password is changed. */
public sealed interface KeptTokens {

    /** None: the caller logs in again everywhere. */
    record None() implements KeptTokens {}

    /**
     * One, such as that of the request which changes the password. Not for clients whose login policy is {@code reuse}:
     * whoever knew the old password may have the same one. With {@code replace} a login at that very moment may have taken
     * its place.
     *
     * @param tokenId the id of the token
     */
    record One(long tokenId) implements KeptTokens {}

    /** All of them. Whoever knew the old password and logged in with it stays logged in. */
    record All() implements KeptTokens {}
}
