package dev.durin.mail;

import dev.durin.config.ConfigurationException;
import dev.durin.config.MailSettings;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mail addresses as a mail server takes them: one each, and nothing that could be more than an address. */
final class MailAddresses {

    /** Without quotes, comments, groups and literals, which nobody has, and which could hold anything. */
    private static final Pattern SHAPE =
            Pattern.compile("([a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+)@([^\\s\\p{Cntrl}@<>(),;:\\\\\"\\[\\]]+)");

    /** Where a session says whom mail is from; the standard's own way ends in another property on one server. */
    private static final List<String> SESSION_FROM = List.of("mail.from", "mail.smtp.from", "mail.smtps.from");

    private static final Pattern NAMED = Pattern.compile("(?:(.+?) )?<?([^\\s<>]+)>?");

    private MailAddresses() {}

    /** The address, or empty when it is none. */
    static Optional<InternetAddress> read(String text) {
        Matcher parts = SHAPE.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            InternetAddress address = new InternetAddress();
            address.setAddress(parts.group(1) + "@" + IDN.toASCII(parts.group(2)));
            address.validate();
            return Optional.of(address);
        } catch (AddressException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What stands after the {@code @}. */
    static String domain(InternetAddress address) {
        return address.getAddress().substring(address.getAddress().indexOf('@') + 1);
    }

    /**
     * Whom the mail is from.
     *
     * @throws ConfigurationException when neither the setting nor the session says
     */
    static InternetAddress from(MailSettings settings, Session session) {
        return settings.from().isEmpty() ? ofSession(settings, session) : ofSetting(settings.from());
    }

    private static InternetAddress ofSession(MailSettings settings, Session session) {
        String from = SESSION_FROM.stream()
                .map(session::getProperty)
                .filter(found -> found != null && !found.isEmpty())
                .findFirst()
                .orElseThrow(() -> new ConfigurationException("durin.mail.from is not set, and the session"
                        + " durin.mail.session=" + settings.session()
                        + " does not say whom mail is from, either; such as"
                        + " durin.mail.from=shop@example.com"));
        return named(from)
                .orElseThrow(() -> new ConfigurationException("durin.mail.session=" + settings.session()
                        + ": what it says mail is from is no mail address: " + from + "; such as shop@example.com"));
    }

    private static InternetAddress ofSetting(String from) {
        return named(from)
                .orElseThrow(() -> new ConfigurationException("durin.mail.from=" + from
                        + ": it must be a mail address whose part before the @ is ASCII; such as shop@example.com"));
    }

    private static Optional<InternetAddress> named(String text) {
        Matcher parts = NAMED.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        Optional<InternetAddress> address = read(parts.group(2));
        Optional<String> name = Optional.ofNullable(parts.group(1));
        address.ifPresent(found -> name.ifPresent(given -> call(found, given)));
        return address;
    }

    private static void call(InternetAddress address, String name) {
        try {
            address.setPersonal(name, StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every JVM knows UTF-8", e);
        }
    }
}
