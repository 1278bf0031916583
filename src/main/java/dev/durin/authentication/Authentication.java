package dev.durin.authentication;

import dev.durin.token.VerifiedToken;

/** What a request says of who sends it. */
public sealed interface Authentication {

    /** Nothing that is meant for Durin. */
    record Anonymous() implements Authentication {}

    /**
     * A good token.
     *
     * @param token the token
     */
    record Authenticated(VerifiedToken token) implements Authentication {}

    /**
     * A token that is not good: 401.
     *
     * @param detail why, for the caller
     */
    record Refused(String detail) implements Authentication {}

    /**
     * A token that is not good, after too many of them from the same address: 429.
     *
     * @param problem what to answer
     */
    record Throttled(Problem problem) implements Authentication {}

    /** A token that could not be checked, because something that Durin needs is away: 503, never 401. */
    record Unavailable() implements Authentication {}
}
