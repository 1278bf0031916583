package dev.durin.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A mail as it goes over the wire. */
final class LetterMessage extends MimeMessage {

    /** RFC 5322 section 3.3. */
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    private final String messageId;

    LetterMessage(Session session, InternetAddress from, InternetAddress to, Letter letter) throws MessagingException {
        super(session);
        this.messageId = "<" + letter.id() + "@" + MailAddresses.domain(from) + ">";
        String charset = StandardCharsets.UTF_8.name();
        setFrom(from);
        setRecipient(Message.RecipientType.TO, to);
        setSubject(oneLine(letter.subject()), charset);
        setHeader("Date", DATE.format(letter.date().atOffset(ZoneOffset.UTC)));
        // RFC 3834 section 5: nobody shall answer that they are on holiday.
        setHeader("Auto-Submitted", "auto-generated");
        setText(lines(letter.body()), charset);
        saveChanges();
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    /** What would end the line could begin another header. */
    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u0080-\\u009f\\u2028\\u2029]+", " ")
                .strip();
    }

    private static String lines(String text) {
        return text.replaceAll("\\R", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", " ")
                .replace("\n", "\r\n");
    }
}
