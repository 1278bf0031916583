package dev.durin.event;

/** Who noticed that a token had expired and removed it. */
public enum ExpirySource {
    /** The token was presented. */
    PRESENTED,
    /** Its caller logged in again with the same client. */
    LOGIN,
    /** The regular purge came by. */
    PURGE
}
