package dev.durin.mail;

import dev.durin.config.ConfigurationException;
import dev.durin.config.MailSecurity;
import dev.durin.config.MailSettings;
import dev.durin.config.MailSettings.MailServer;
import jakarta.mail.Authenticator;
import jakarta.mail.NoSuchProviderException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** Sessions of Jakarta Mail that never wait for ever. */
final class MailSessions {

    private MailSessions() {}

    /**
     * The session of the settings.
     *
     * @throws ConfigurationException when there is none by this name, or nothing that implements Jakarta Mail
     */
    static Session of(MailSettings settings) {
        try {
            Session session = settings.session().isEmpty() ? toServer(settings.server()) : named(settings);
            session.getTransport();
            return session;
        } catch (NoSuchProviderException | IllegalStateException e) {
            throw cause(
                    new ConfigurationException(key(settings) + ": Jakarta Mail finds nothing that sends ("
                            + e.getMessage()
                            + "). Put an implementation into WEB-INF/lib, such as org.eclipse.angus:angus-mail with"
                            + " what it depends on."),
                    e);
        }
    }

    /** How mail goes, for the operator. */
    static String route(MailSettings settings) {
        MailServer server = settings.server();
        return settings.session().isEmpty()
                ? "through " + server.host() + ":" + server.port() + " ("
                        + server.security().name().toLowerCase(Locale.ROOT) + ")"
                : "by the session " + settings.session();
    }

    private static String key(MailSettings settings) {
        return settings.session().isEmpty()
                ? "durin.mail.host=" + settings.server().host()
                : "durin.mail.session=" + settings.session();
    }

    private static Session toServer(MailServer server) {
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.host", server.host());
        properties.setProperty("mail.smtp.port", String.valueOf(server.port()));
        boolean upgrades = server.security() == MailSecurity.STARTTLS;
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(upgrades));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(upgrades));
        properties.setProperty("mail.smtp.ssl.enable", String.valueOf(server.security() == MailSecurity.TLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        boolean logsIn = !server.username().isEmpty();
        properties.setProperty("mail.smtp.auth", String.valueOf(logsIn));
        if (logsIn) {
            properties.setProperty("mail.smtp.user", server.username());
        }
        setTimeouts(properties, server);
        return Session.getInstance(properties, new Login(server.username(), server.password()));
    }

    @SuppressWarnings("BanJNDI") // the name comes from the deployer alone
    private static Session named(MailSettings settings) {
        try {
            Session found = InitialContext.doLookup(settings.session());
            Properties properties = new Properties();
            found.getProperties()
                    .stringPropertyNames()
                    .forEach(name -> properties.setProperty(name, found.getProperty(name)));
            // What is no text, such as a socket factory.
            properties.putAll(found.getProperties());
            // One server has each mail, with its secret link, written to its log.
            properties.setProperty("mail.debug", "false");
            setTimeouts(properties, settings.server());
            return Session.getInstance(properties, new LoginOfSession(found));
        } catch (NamingException | ClassCastException e) {
            throw cause(
                    new ConfigurationException(
                            "durin.mail.session=" + settings.session()
                                    + ": there is no mail session by this JNDI name (" + e.getMessage()
                                    + "). Define it in the server or with @MailSessionDefinition, or set durin.mail.host instead."),
                    e);
        }
    }

    private static ConfigurationException cause(ConfigurationException failure, Exception cause) {
        failure.initCause(cause);
        return failure;
    }

    /** Where nothing else is said, Jakarta Mail waits for ever. */
    private static void setTimeouts(Properties properties, MailServer server) {
        String millis = String.valueOf(server.timeout().toMillis());
        Stream.of("mail.smtp.", "mail.smtps.").forEach(protocol -> {
            Stream.of("connectiontimeout", "timeout", "writetimeout")
                    .forEach(step -> properties.putIfAbsent(protocol + step, millis));
            // What was taken is taken, whatever the mail server says to the farewell.
            properties.putIfAbsent(protocol + "quitwait", "false");
        });
    }

    private static final class Login extends Authenticator {

        private final String username;
        private final String password;

        Login(String username, String password) {
            this.username = username;
            this.password = password;
        }

        @Override
        protected PasswordAuthentication getPasswordAuthentication() {
            return new PasswordAuthentication(username, password);
        }
    }

    /** Asks the server's session, whose properties are shared with others and are therefore left as they are. */
    private static final class LoginOfSession extends Authenticator {

        private final Session session;

        LoginOfSession(Session session) {
            this.session = session;
        }

        @Override
        protected PasswordAuthentication getPasswordAuthentication() {
            return session.requestPasswordAuthentication(
                    getRequestingSite(),
                    getRequestingPort(),
                    getRequestingProtocol(),
                    getRequestingPrompt(),
                    getDefaultUserName());
        }
    }
}
