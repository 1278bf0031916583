package dev.durin.token;

/** What came of an attempt to put a token into the one slot of a caller and a client. */
sealed interface SlotResult {

    /** A token was made. */
    record Issued(StoredToken token) implements SlotResult {}

    /** There is a live token, and the rule keeps it. */
    record Existing(StoredToken token) implements SlotResult {}

    /** The token by whose right another one was asked for has ended. */
    record RightEnded() implements SlotResult {}
}
