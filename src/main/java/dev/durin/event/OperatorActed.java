package dev.durin.event;

/**
 * An operator has done something at the endpoints for operators.
 *
 * <p>Fired synchronously and asynchronously after it was done: Durin's transactions have committed. What an observer throws
 * is logged and changes nothing. What became of single tokens and accounts is told by the events of these.
 *
 * @param operator the name of the operator
 * @param action what was done
 * @param subject to what: the name of a client, of a caller or of an account, or what tokens they were
 * @param detail what exactly, one sentence without secrets, or an empty text
 * @param affected how many tokens ended by it, or were made
 */
public record OperatorActed(String operator, Action action, String subject, String detail, int affected) {

    /** What operators can do. */
    public enum Action {
        /** A client was registered. */
        CLIENT_CREATED,
        /** A client was changed, or switched on or off. */
        CLIENT_CHANGED,
        /** A client was removed with its tokens. */
        CLIENT_DELETED,
        /** A token was made for a caller. */
        TOKEN_ISSUED,
        /** Tokens were ended. */
        TOKENS_REVOKED,
        /** An account was disabled. */
        ACCOUNT_DISABLED,
        /** An account was enabled. */
        ACCOUNT_ENABLED,
        /** An account has other groups. */
        ACCOUNT_GROUPS_CHANGED,
        /** A link that confirms a mail address was sent again. */
        CONFIRMATION_SENT
    }
}
