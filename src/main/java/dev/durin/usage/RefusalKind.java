package dev.durin.usage;

/** How a request was refused. */
public enum RefusalKind {
    /** Its token was not good, or there was none: 401. */
    UNAUTHORIZED,
    /** Its caller or client is not admitted: 403. */
    FORBIDDEN,
    /** There were too many: 429. */
    RATE_LIMITED,
    /** It was a login that failed. */
    LOGIN_FAILED
}
