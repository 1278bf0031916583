package dev.durin.token;

/** What came of an attempt to put a token into the one slot of a caller and a client. */
sealed interface SlotResult {

    /** A token was made. */
    record Issued(StoredToken token) implements SlotResult {}

    /** There is a live token, and the rule keeps it. */
    record Existing(StoredToken token) implements SlotResult {}

    /** The caller has as many as there may be. */
    record Refused(TokenLimit limit) implements SlotResult {}

    /** More has to be done first than fits into one transaction; what was done is committed, and it goes on from there. */
    record Unfinished() implements SlotResult {}

    /** Nobody has made the row yet that has to be locked. */
    record CallerUnknown() implements SlotResult {}

    /** What the login found out does not hold any more. */
    record LoginOutdated() implements SlotResult {}

    /** The token by whose right another one was asked for has ended. */
    record RightEnded() implements SlotResult {}
}
