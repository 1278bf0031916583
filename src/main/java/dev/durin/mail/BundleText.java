package dev.durin.mail;

import dev.durin.spi.MailText;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What mails say by default: what the resource bundles have. */
record BundleText(Texts texts) implements MailText {

    /** One that is read alike everywhere, for nobody knows where the reader is. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Override
    public Text write(Mail mail) {
        return new Text(text(mail, "subject"), text(mail, "body"));
    }

    private String text(Mail mail, String part) {
        return texts.text(
                mail.locale(),
                "mail." + mail.kind().key() + "." + part,
                mail.caller(),
                mail.link(),
                TIME.format(mail.validUntil()));
    }
}
