package dev.durin.account;

/** What a link in a mail is for. */
enum LinkPurpose {
    /** To confirm the address of a new account, which is active from then on. */
    REGISTRATION,
    /** To confirm that mail shall go to another address. */
    ADDRESS,
    /** To set another password. */
    PASSWORD
}
