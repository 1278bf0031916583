package dev.durin.mail;

/** Hands mail in. Apart from what it is done with, which is not on every server. Thread-safe. */
interface MailTransport {

    /** Hands a mail in, outside of any transaction; may take as long as the mail server does. */
    Delivery send(Letter letter);

    /** How, and whom the mail is from, for the operator. */
    String description();
}
