package dev.durin.account;

import dev.durin.config.Part;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

/**
 * Has mail ordered that anybody may ask for, on another thread: the time that an answer takes must not tell whether there is
 * such an account. Thread-safe.
 */
@Part
class MailRequests {

    private static final Logger LOGGER = System.getLogger(MailRequests.class.getName());

    /** Anybody can ask as often as a network lets them, and other work waits in the same queue. */
    static final int MOST_WAITING = 100;

    private final Semaphore places = new Semaphore(MOST_WAITING);

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    ManagedExecutorService executor;

    /** Has it carried out soon; not at all while too many wait. What fails is logged. */
    void ask(Runnable order) {
        if (!places.tryAcquire()) {
            LOGGER.log(Level.DEBUG, "So many wait for a mail that one more is not ordered");
            return;
        }
        try {
            executor.execute(() -> carryOut(order));
        } catch (RejectedExecutionException e) {
            places.release();
            LOGGER.log(Level.WARNING, "No thread was free to order a mail that somebody has asked for", e);
        }
    }

    /** How many were asked for and are not carried out yet. */
    int waiting() {
        return MOST_WAITING - places.availablePermits();
    }

    private void carryOut(Runnable order) {
        try {
            order.run();
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "A mail that somebody has asked for could not be ordered", e);
        } finally {
            places.release();
        }
    }
}
