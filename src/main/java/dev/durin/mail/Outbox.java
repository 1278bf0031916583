package dev.durin.mail;

import dev.durin.config.Configured;
import dev.durin.config.MailSettings;
import dev.durin.config.Part;
import dev.durin.config.Settings;
import dev.durin.spi.TimeSource;
import dev.durin.store.EntityStore;
import dev.durin.store.TransactionEnd;
import jakarta.inject.Inject;

/** Takes mail to be sent. Thread-safe. */
@Part
public class Outbox {

    private final MailSettings settings;
    private final EntityStore store;
    private final TransactionEnd transactionEnd;
    private final MailSchedule schedule;
    private final TimeSource time;

    @Inject
    Outbox(
            Settings settings,
            EntityStore store,
            TransactionEnd transactionEnd,
            MailSchedule schedule,
            @Configured TimeSource time) {
        this.settings = settings.mail();
        this.store = store;
        this.transactionEnd = transactionEnd;
        this.schedule = schedule;
        this.time = time;
    }

    /**
     * Whether a mail to an address could be sent at all. Anything may be one where Durin sends no mail.
     *
     * @param address the address
     * @return false when no mail server would get it
     */
    public boolean canMailTo(String address) {
        return !settings.isOn() || MailAddresses.read(address).isPresent();
    }

    /**
     * Takes a mail, inside the running transaction: it is sent soon after that has committed, and never when it does not.
     * Where Durin sends no mail, nothing happens.
     *
     * @param order the mail
     */
    public void put(MailOrder order) {
        if (!settings.isOn()) {
            return;
        }
        store.entityManager().persist(new MailEntity(order, time.now()));
        transactionEnd.whenCommitted(schedule::hurry);
    }
}
