package dev.durin.config;

/** What a login does about the tokens that a caller has for a client already. */
public enum LoginPolicy {
    /** One token for each caller and client: a login answers the same text until the token expires. */
    REUSE,
    /** Every login makes a token of its own; any number live side by side. */
    NEW,
    /** One token for each caller and client: a login makes a new text and ends the earlier one. */
    REPLACE
}
