package dev.durin.mail;

import java.time.Instant;

/**
 * A mail that it is time for.
 *
 * @param id the row's id
 * @param attempts how many attempts have begun
 * @param created when it was put into the outbox
 * @param order the mail
 */
record DueMail(long id, int attempts, Instant created, MailOrder order) {

    /** How it is told of in the log. */
    @Override
    public String toString() {
        return order.kind().key() + " " + id;
    }
}
