package dev.durin.mail;

import java.time.Instant;
import java.util.Optional;

/** Makes the links in mails, when they are sent. Implemented where it is known what they are for, above this package. */
public interface MailLinks {

    /**
     * The link of a mail.
     *
     * @param order the mail
     * @return the link, or empty when it is not good any more, so that the mail is not to be sent
     */
    Optional<MailLink> of(MailOrder order);

    /**
     * A link.
     *
     * @param url the link; a secret
     * @param validUntil until when it is good
     */
    record MailLink(String url, Instant validUntil) {
        @Override
        public String toString() {
            return "MailLink[…]";
        }
    }
}
