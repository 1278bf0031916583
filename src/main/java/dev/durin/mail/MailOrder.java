package dev.durin.mail;

import dev.durin.spi.MailKind;
import java.util.Locale;

/**
 * A mail that shall be sent. It holds no secret: the link is made when it is sent.
 *
 * @param kind what it is about
 * @param caller the name of the account
 * @param address where it goes
 * @param locale the language
 * @param link what its link is for, as {@link MailLinks} knows it; empty for kinds without a link
 */
public record MailOrder(MailKind kind, String caller, String address, Locale locale, String link) {

    /** Without the address, which is nobody's business who reads a log. */
    @Override
    public String toString() {
        return "MailOrder[" + kind + "]";
    }
}
