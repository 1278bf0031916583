package dev.durin.mail;

import dev.durin.config.ConfigurationException;
import dev.durin.config.MailSettings;
import dev.durin.config.Part;
import dev.durin.config.Settings;
import dev.durin.store.StoreUnavailableException;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes mails and hands them in, where Durin sends mail at all. Thread-safe. */
@Part
public class Mailer {

    private static final Logger LOGGER = System.getLogger(Mailer.class.getName());

    private final MailSettings settings;
    private final MailWriter writer;
    private volatile @Nullable MailTransport transport;

    @Inject
    Mailer(Settings settings, MailWriter writer) {
        this.settings = settings.mail();
        this.writer = writer;
    }

    /**
     * Looks how mail is handed in. The mail server itself is not asked, for it may be away.
     *
     * @throws ConfigurationException when there is no such way
     */
    public void open() {
        if (!settings.isOn()) {
            return;
        }
        if (!isJakartaMailThere()) {
            throw missing();
        }
        transport = JakartaMail.of(settings);
    }

    /**
     * How mail is sent, for the operator.
     *
     * @return the description
     */
    public String description() {
        MailTransport open = transport;
        return open == null ? "none is sent" : open.description();
    }

    /** Writes a mail and hands it in, which takes as long as the mail server does. */
    Delivery deliver(DueMail mail) {
        MailTransport open = transport;
        if (open == null) {
            return new Delivery.Unreachable("the application has not started yet");
        }
        try {
            Optional<Letter> letter = writer.write(mail);
            return letter.isEmpty() ? new Delivery.Dropped() : open.send(letter.get());
        } catch (StoreUnavailableException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            LOGGER.log(Level.WARNING, "Mail " + mail + " could not be written", e);
            return new Delivery.Failed("it could not be written");
        }
    }

    /** The sentence for where Jakarta Mail is not there, or there without what implements it. */
    ConfigurationException missing() {
        String key = settings.session().isEmpty()
                ? "durin.mail.host=" + settings.server().host()
                : "durin.mail.session=" + settings.session();
        return new ConfigurationException(key + ": to send mail takes Jakarta Mail, which this server has not given the"
                + " application. On Open Liberty add <feature>mail-2.1</feature> to the server.xml, on WildFly keep the mail"
                + " subsystem; elsewhere put an implementation into WEB-INF/lib, such as org.eclipse.angus:angus-mail with what"
                + " it depends on.");
    }

    private static boolean isJakartaMailThere() {
        try {
            Class.forName("jakarta.mail.Session", false, Mailer.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
