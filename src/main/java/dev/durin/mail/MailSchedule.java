package dev.durin.mail;

import dev.durin.config.MailSettings;
import dev.durin.config.Part;
import dev.durin.config.Settings;
import dev.durin.store.RegularWork;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Has mail sent while the application runs: what is new at once, what could not be sent again later. By one thread at a
 * time, whatever the mail server does. Thread-safe.
 */
@Part
public class MailSchedule {

    private static final Logger LOGGER = System.getLogger(MailSchedule.class.getName());

    private final MailSettings settings;
    private final RegularWork work;
    private final MailSender sender;

    /** How often it was asked for since a thread began; 0: none is at it. */
    private final AtomicLong asked = new AtomicLong();

    private volatile boolean failing;

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    ManagedExecutorService executor;

    @Inject
    MailSchedule(Settings settings, RegularWork work, MailSender sender) {
        this.settings = settings.mail();
        this.work = work;
        this.sender = sender;
    }

    /** Begins, where Durin sends mail. */
    public void start() {
        if (settings.isOn()) {
            work.start(settings.interval(), settings.interval(), this::look, () -> {});
        }
    }

    /** Ends. What was not sent stays for the next start, or another node. */
    public void stop() {
        if (work.stop()) {
            sender.stop();
        }
    }

    /** Has new mail sent at once, on another thread. */
    void hurry() {
        if (asked.getAndIncrement() > 0) {
            return;
        }
        try {
            executor.execute(this::send);
        } catch (RejectedExecutionException e) {
            asked.set(0);
            LOGGER.log(Level.DEBUG, "No thread was free to send mail; it is sent at the next time", e);
        }
    }

    private void look() {
        if (asked.getAndIncrement() == 0) {
            send();
        }
    }

    /** Until nobody has asked since it was looked last. */
    private void send() {
        long seen;
        do {
            seen = asked.get();
            sendDue();
        } while (!asked.compareAndSet(seen, 0));
    }

    /** An outage of the database is told when it begins and when it is over. */
    private void sendDue() {
        try {
            sender.sendDue();
            if (failing) {
                LOGGER.log(Level.INFO, "Mail that is to be sent can be read again");
            }
            failing = false;
        } catch (RuntimeException | Error e) {
            if (!failing) {
                LOGGER.log(
                        Level.WARNING,
                        "Mail that is to be sent cannot be read; it is tried again every " + settings.interval(),
                        e);
            }
            failing = true;
        }
    }
}
