package dev.durin.event;

/** Why a token was ended before its time. */
public enum RevocationReason {
    /** Its owner logged out with it. */
    LOGOUT,
    /** Its owner logged out everywhere. */
    LOGOUT_ALL,
    /** Its owner ended all sessions but another one. */
    LOGOUT_OTHERS,
    /** Its owner ended it in the list of sessions. */
    SESSION_ENDED,
    /** Its owner gave the API access token back. */
    API_ACCESS_ENDED,
    /** A later login of a client with the policy {@code REPLACE} took its place. */
    REPLACED,
    /** It was the oldest when a login would have been one token too many. */
    EVICTED,
    /** The key that made its text is gone, so that it could be neither checked nor shown again. */
    KEY_RETIRED,
    /** Its client was deleted. */
    CLIENT_DELETED,
    /** The password of its caller's account was changed. */
    PASSWORD_CHANGED,
    /** The account of its caller was disabled. */
    ACCOUNT_DISABLED,
    /** The account of its caller was deleted. */
    ACCOUNT_DELETED,
    /** The application asked for it in code. */
    APPLICATION,
    /** An operator ended it. */
    OPERATOR
}
