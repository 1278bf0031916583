package dev.durin.admin;

/** What kind of thing has happened. */
public enum EventKind {
    /** A token was made. */
    TOKEN_ISSUED,
    /** A token got a new expiry. */
    TOKEN_RENEWED,
    /** An expired token was removed. */
    TOKEN_EXPIRED,
    /** A token was ended before its time. */
    TOKEN_REVOKED,
    /** Somebody logged in. */
    LOGIN_SUCCEEDED,
    /** A login was refused. */
    LOGIN_FAILED,
    /** Somebody logged out. */
    LOGGED_OUT,
    /** There were too many requests. */
    RATE_LIMITED,
    /** An operator has done something. */
    OPERATOR_ACTED,
    /** An account was changed. */
    ACCOUNT_CHANGED,
    /** Somebody has made an account. */
    CALLER_REGISTERED,
    /** A mail address was confirmed. */
    MAIL_CONFIRMED,
    /** A scoped token was made. */
    SCOPED_TOKEN_ISSUED,
    /** A scoped token was ended. */
    SCOPED_TOKEN_REVOKED
}
