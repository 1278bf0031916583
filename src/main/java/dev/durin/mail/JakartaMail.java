package dev.durin.mail;

import dev.durin.config.MailSettings;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Hands mail to a mail server by Jakarta Mail, a connection for each. Loaded only where Jakarta Mail is there, as is
 * everything that names it. Thread-safe.
 */
final class JakartaMail implements MailTransport {

    private static final Logger LOGGER = System.getLogger(JakartaMail.class.getName());

    /** What a mail server answers with before it says more, such as {@code 550 5.1.1}. */
    private static final Pattern CODE = Pattern.compile("\\b[245]\\d\\d(?:[ -][245]\\.\\d{1,3}\\.\\d{1,3})?\\b");

    private final Session session;
    private final InternetAddress from;
    private final String route;

    private JakartaMail(Session session, InternetAddress from, String route) {
        this.session = session;
        this.from = from;
        this.route = route;
    }

    /**
     * By the session or the mail server of the settings.
     *
     * @throws dev.durin.config.ConfigurationException when there is no such session, or nobody whom the mail is from
     */
    static MailTransport of(MailSettings settings) {
        Session session = MailSessions.of(settings);
        return new JakartaMail(session, MailAddresses.from(settings, session), MailSessions.route(settings));
    }

    @Override
    public String description() {
        return "sent " + route + ", from " + from.getAddress();
    }

    @Override
    public Delivery send(Letter letter) {
        Optional<InternetAddress> address = MailAddresses.read(letter.address());
        if (address.isEmpty()) {
            return new Delivery.Refused("its address is none that a mail server takes");
        }
        Transport transport;
        try {
            transport = connect();
        } catch (MessagingException e) {
            LOGGER.log(Level.DEBUG, "The mail server cannot be reached", e);
            return new Delivery.Unreachable(messages(e));
        }
        try {
            MimeMessage message = new LetterMessage(session, from, address.get(), letter);
            transport.sendMessage(message, message.getAllRecipients());
            return new Delivery.Sent();
        } catch (MessagingException e) {
            return isRefusal(e) ? new Delivery.Refused(code(e)) : new Delivery.Failed(code(e));
        } finally {
            close(transport);
        }
    }

    private Transport connect() throws MessagingException {
        Transport transport = session.getTransport();
        try {
            transport.connect();
            return transport;
        } catch (MessagingException | RuntimeException e) {
            close(transport);
            throw e;
        }
    }

    /** What was sent stays sent, whatever becomes of the connection. */
    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOGGER.log(Level.DEBUG, "The connection to the mail server was not closed in good order", e);
        }
    }

    /** Whether the mail server has said for good that it takes no mail for this address. */
    private static boolean isRefusal(MessagingException failure) {
        return failure instanceof SendFailedException refused
                && refused.getInvalidAddresses() != null
                && refused.getInvalidAddresses().length > 0;
    }

    /** The code alone: what a mail server says beside it may have the address in it. */
    private static String code(MessagingException failure) {
        return causes(failure)
                .map(cause -> CODE.matcher(String.valueOf(cause.getMessage())))
                .filter(Matcher::find)
                .map(found -> "the mail server answered " + found.group())
                .findFirst()
                .orElseGet(() -> "it was not taken (" + failure.getClass().getSimpleName() + ")");
    }

    private static String messages(MessagingException failure) {
        return causes(failure)
                .map(cause -> cause.getClass().getSimpleName() + ": " + cause.getMessage())
                .map(text -> text.replaceAll("\\s+", " "))
                .collect(Collectors.joining("; "));
    }

    private static Stream<Throwable> causes(MessagingException failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, JakartaMail::cause);
    }

    private static @Nullable Throwable cause(Throwable failure) {
        return failure.getCause();
    }
}
