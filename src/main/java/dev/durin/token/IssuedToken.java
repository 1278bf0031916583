package dev.durin.token;

/**
 * A token together with its text.
 *
 * @param token what is known of it
 * @param text the secret
 * @param issued true when it was made just now, false when it was there already
 */
public record IssuedToken(Token token, TokenText text, boolean issued) {}
