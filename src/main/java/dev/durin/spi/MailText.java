package dev.durin.spi;

import java.time.Instant;
import java.util.Locale;

/**
 * What mails say. An application with a bean of this type replaces the texts of Durin's resource bundle. Called when a mail
 * is sent, on a thread without a request; called again when that fails. Must be thread-safe.
 */
@FunctionalInterface
public interface MailText {

    /**
     * Writes a mail.
     *
     * @param mail what it is about
     * @return what it says
     */
    Text write(Mail mail);

    /**
     * What a mail is about.
     *
     * @param kind the kind
     * @param caller the name of the account; it is what somebody has typed
     * @param link where the mail leads, empty for kinds without a link; a secret
     * @param validUntil until when the link is good; of no meaning without one
     * @param locale the language that was asked for
     */
    record Mail(MailKind kind, String caller, String link, Instant validUntil, Locale locale) {
        @Override
        public String toString() {
            return "Mail[" + kind + "]";
        }
    }

    /**
     * What a mail says, in plain text.
     *
     * @param subject one line; what would end it is taken out
     * @param body the text; may hold the link, which is a secret
     */
    record Text(String subject, String body) {
        @Override
        public String toString() {
            return "Text[" + subject + "]";
        }
    }
}
