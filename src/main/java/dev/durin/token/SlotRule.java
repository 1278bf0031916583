package dev.durin.token;

/** What an issue does when there is a live token of the same caller and client. */
enum SlotRule {
    /** It answers the token that there is. */
    REUSE,
    /** It ends the token that there is and makes another. */
    REPLACE,
    /** It makes none. */
    ONCE,
    /** It makes another beside it, in a slot of its own. */
    BESIDE
}
