package dev.durin.config;

/** How the connection to a mail server is secured. */
public enum MailSecurity {
    /** It begins in the clear and must change to TLS before anything else is said. */
    STARTTLS(587),
    /** It is TLS from the beginning. */
    TLS(465),
    /** Not at all. */
    NONE(25);

    private final int port;

    MailSecurity(int port) {
        this.port = port;
    }

    int port() {
        return port;
    }
}
