package dev.durin.mail;

import dev.durin.config.Configured;
import dev.durin.config.MailSettings;
import dev.durin.config.Part;
import dev.durin.config.Settings;
import dev.durin.spi.TimeSource;
import dev.durin.store.OwnTransaction;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Sends what it is time for, one mail after the other. While one is handed in there is no transaction, so that a slow mail
 * server holds no connection to the database. Thread-safe.
 */
@Part
class MailSender {

    private static final Logger LOGGER = System.getLogger(MailSender.class.getName());

    /** Few, for another node may send them meanwhile. */
    private static final int BATCH = 20;

    private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(5);

    private final MailSettings settings;
    private final OwnTransaction transaction;
    private final MailStore store;
    private final Mailer mailer;
    private final TimeSource time;
    private final ReentrantLock oneMail = new ReentrantLock();
    private volatile boolean stopped;
    private volatile boolean unreachable;

    @Inject
    MailSender(
            Settings settings,
            OwnTransaction transaction,
            MailStore store,
            Mailer mailer,
            @Configured TimeSource time) {
        this.settings = settings.mail();
        this.transaction = transaction;
        this.store = store;
        this.mailer = mailer;
        this.time = time;
    }

    /** Sends until there is nothing more, or the mail server cannot be reached. Called by one thread at a time. */
    void sendDue() {
        List<DueMail> mails;
        do {
            mails = transaction.run("look for mail to send", () -> store.due(time.now(), BATCH));
        } while (mails.stream().allMatch(this::attempt) && mails.size() == BATCH);
    }

    /** Ends with the mail that is just being sent, for which it waits a little: what was sent should be removed. */
    void stop() {
        stopped = true;
        try {
            if (oneMail.tryLock(PATIENCE_AT_THE_END.toMillis(), TimeUnit.MILLISECONDS)) {
                oneMail.unlock();
            } else {
                LOGGER.log(Level.INFO, "A mail is still being sent; it may be sent again by the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** False when there is no use in going on. */
    private boolean attempt(DueMail mail) {
        oneMail.lock();
        try {
            if (stopped) {
                return false;
            }
            Instant lease = time.now().plus(MailPauses.lease(settings.server().timeout()));
            if (!transaction.run("begin to send a mail", () -> store.claim(mail, lease))) {
                return true;
            }
            Delivery delivery = mailer.deliver(mail);
            settle(mail, delivery);
            return !(delivery instanceof Delivery.Unreachable);
        } finally {
            oneMail.unlock();
        }
    }

    private void settle(DueMail mail, Delivery delivery) {
        if (delivery instanceof Delivery.Unreachable outage) {
            tellOutage(outage.reason());
            tryAgain(mail, outage.reason());
        } else if (delivery instanceof Delivery.Failed failed) {
            tellReachable();
            tryAgain(mail, failed.reason());
        } else if (delivery instanceof Delivery.Refused refused) {
            tellReachable();
            giveUp(mail, refused.reason());
        } else {
            tellReachable();
            remove(mail);
        }
    }

    private void tryAgain(DueMail mail, String reason) {
        Instant now = time.now();
        if (!now.isBefore(mail.created().plus(settings.giveUpAfter()))) {
            giveUp(mail, reason);
            return;
        }
        Duration pause = MailPauses.after(mail.attempts() + 1);
        LOGGER.log(Level.DEBUG, "Mail {0} was not sent, and is tried again in {1}: {2}", mail, pause, reason);
        transaction.run("put off a mail", () -> {
            store.postpone(mail, now.plus(pause));
            return true;
        });
    }

    private void giveUp(DueMail mail, String reason) {
        LOGGER.log(Level.WARNING, "Mail {0} is given up: {1}", mail, reason);
        remove(mail);
    }

    private void remove(DueMail mail) {
        transaction.run("remove a mail", () -> {
            store.remove(mail);
            return true;
        });
    }

    private void tellOutage(String reason) {
        if (!unreachable) {
            LOGGER.log(Level.WARNING, "Mail cannot be sent; it is kept, and tried again: {0}", reason);
        }
        unreachable = true;
    }

    private void tellReachable() {
        if (unreachable) {
            LOGGER.log(Level.INFO, "Mail is sent again");
        }
        unreachable = false;
    }
}
