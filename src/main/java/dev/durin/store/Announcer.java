package dev.durin.store;

import dev.durin.config.Part;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Announces facts: to synchronous observers at once, inside the running transaction if there is one, and to
 * asynchronous ones when it has committed. Thread-safe.
 */
@Part
public class Announcer {

    private static final Logger LOGGER = System.getLogger(Announcer.class.getName());

    private final Event<Object> event;
    private final TransactionEnd transactionEnd;
    private final FactListener listener;

    @Inject
    Announcer(@Any Event<Object> event, TransactionEnd transactionEnd, FactListener listener) {
        this.event = event;
        this.transactionEnd = transactionEnd;
        this.listener = listener;
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
        transactionEnd.whenCommitted(() -> {
            listener.happened(fact);
            event.fireAsync(fact);
        });
    }
}
