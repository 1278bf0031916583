package dev.durin.account;

/** Whether the caller of an account may log in and use tokens. */
public enum AccountState {
    /** Not yet: the account waits for something, such as the confirmation of a mail address. */
    PENDING,
    /** Yes. */
    ACTIVE,
    /** No more. Nothing but {@link Accounts#enable} ends this. */
    DISABLED
}
