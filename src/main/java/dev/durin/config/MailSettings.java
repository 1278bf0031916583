package dev.durin.config;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * About the mail that Durin sends. Never shows the password.
 *
 * @param session the JNDI name of the server's session, empty when the mail server is named here
 * @param server the mail server, whose host is empty when there is a session or no mail at all
 * @param from whom the mail is from, empty when the session says
 * @param language the language when the caller's is not known
 * @param notices whether callers are told of changes that they may not have made
 * @param interval how often it is looked for mail that was not sent
 * @param giveUpAfter how long it is tried
 */
public record MailSettings(
        String session,
        MailServer server,
        String from,
        Locale language,
        boolean notices,
        Duration interval,
        Duration giveUpAfter) {

    private static final Pattern THIS_MACHINE = Pattern.compile("localhost|127\\.[0-9.]+|::1");

    /**
     * Whether Durin sends any mail.
     *
     * @return true when there is a session or a mail server
     */
    public boolean isOn() {
        return !session.isEmpty() || !server.host().isEmpty();
    }

    /**
     * Whether mail goes over a network without being secured.
     *
     * @return true when there is a mail server on another machine, and no TLS
     */
    public boolean isInTheClear() {
        return !server.host().isEmpty()
                && server.security() == MailSecurity.NONE
                && !THIS_MACHINE.matcher(server.host()).matches();
    }

    /**
     * Where mail is handed in.
     *
     * @param host its name or address
     * @param port its port
     * @param security how the connection is secured
     * @param username whom Durin logs in as, empty for nobody
     * @param password the password to that; a secret
     * @param timeout how long each step may take
     */
    public record MailServer(
            String host, int port, MailSecurity security, String username, String password, Duration timeout) {
        @Override
        public String toString() {
            return "MailServer[" + host + ":" + port + "]";
        }
    }
}
