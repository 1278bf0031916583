package dev.durin.mail;

import dev.durin.spi.MailText;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** What mails say by default: what the resource bundles have. */
record BundleText(Texts texts) implements MailText {

    /** One that is read alike everywhere, for nobody knows where the reader is. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final int LONGEST_NAME = 64;
    private static final Pattern LINK = Pattern.compile("[/\\\\]|\\bwww\\.", Pattern.CASE_INSENSITIVE);

    @Override
    public Text write(Mail mail) {
        return new Text(text(mail, "subject"), text(mail, "body"));
    }

    /** Anybody may register a name with somebody else's address, and what Durin sends there must not be what they wrote. */
    private static String shown(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                        && !LINK.matcher(name).find()
                ? name
                : "…";
    }

    private String text(Mail mail, String part) {
        return texts.text(
                mail.locale(),
                "mail." + mail.kind().key() + "." + part,
                shown(mail.caller()),
                mail.link(),
                TIME.format(mail.validUntil()));
    }
}
