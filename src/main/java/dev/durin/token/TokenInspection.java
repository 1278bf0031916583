package dev.durin.token;

/** What a text that somebody has pasted is. None of it holds the text. */
public sealed interface TokenInspection {

    /** It is not written as tokens are. */
    record Malformed() implements TokenInspection {}

    /** It is written as tokens are, but there is no such token: never issued, or ended, or its key is gone. */
    record Unknown() implements TokenInspection {}

    /**
     * A token that lives. Whether its caller is active is not looked at.
     *
     * @param token the token
     */
    record Live(Token token) implements TokenInspection {}

    /**
     * A token that has expired, and is not removed yet.
     *
     * @param token the token
     */
    record Expired(Token token) implements TokenInspection {}

    /**
     * A token that lives, but is refused because its client is switched off.
     *
     * @param token the token
     */
    record ClientDisabled(Token token) implements TokenInspection {}
}
