package dev.durin.store;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Announces facts: to synchronous observers at once, inside the running transaction if there is one, and to
 * asynchronous ones when it has committed. Thread-safe.
 */
@ApplicationScoped
public class Announcer {

    private static final Logger LOGGER = System.getLogger(Announcer.class.getName());

    private final Event<Object> event;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;

    @Inject
    Announcer(@Any Event<Object> event) {
        this.event = event;
    }

    @SuppressWarnings("NullAway") // for the client proxy
    protected Announcer() {
        this(null);
    }

    /**
     * Announces a fact. What an observer throws is logged: a fact is a fact, and no observer may undo a revocation by a
     * fault of its own.
     *
     * @param fact a record of {@code dev.durin.event}
     */
    public void announce(Object fact) {
        try {
            event.fire(fact);
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "An observer of " + fact.getClass().getSimpleName() + " failed", e);
        }
        if (transactions.getTransactionStatus() == Status.STATUS_ACTIVE) {
            transactions.registerInterposedSynchronization(new AfterCommit(() -> event.fireAsync(fact)));
        } else if (transactions.getTransactionStatus() == Status.STATUS_NO_TRANSACTION) {
            event.fireAsync(fact);
        }
    }

    private record AfterCommit(Runnable work) implements Synchronization {
        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                work.run();
            }
        }
    }
}
