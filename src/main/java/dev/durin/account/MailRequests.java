package dev.durin.account;

import dev.durin.config.Part;
import dev.durin.spi.MailKind;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Has mail ordered that anybody may ask for, on another thread: the time that an answer takes must not tell whether there is
 * such an account. Thread-safe.
 */
@Part
class MailRequests {

    private static final Logger LOGGER = System.getLogger(MailRequests.class.getName());

    /** Anybody can ask as often as a network lets them, and other work waits in the same queue. */
    static final int MOST_WAITING = 100;

    private final Map<MailKind, Places> places = new ConcurrentHashMap<>();

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    ManagedExecutorService executor;

    /** Has it carried out soon; not at all while too many of the kind wait. What fails is logged. */
    void ask(MailKind kind, Runnable order) {
        Places ofKind = places.computeIfAbsent(kind, any -> new Places());
        if (!ofKind.free.tryAcquire()) {
            if (!ofKind.full.getAndSet(true)) {
                LOGGER.log(
                        Level.WARNING, "{0} mails of the kind {1} wait to be ordered; no more are", MOST_WAITING, kind);
            }
            return;
        }
        try {
            executor.execute(() -> carryOut(ofKind, order));
        } catch (RejectedExecutionException e) {
            ofKind.leave();
            LOGGER.log(Level.WARNING, "No thread was free to order a mail that somebody has asked for", e);
        }
    }

    /** How many were asked for and are not carried out yet. */
    int waiting() {
        return places.values().stream()
                .mapToInt(ofKind -> MOST_WAITING - ofKind.free.availablePermits())
                .sum();
    }

    private static void carryOut(Places places, Runnable order) {
        try {
            order.run();
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "A mail that somebody has asked for could not be ordered", e);
        } finally {
            places.leave();
        }
    }

    /** Of each kind there are some, so that nobody keeps others from a new password by asking for links. */
    private static final class Places {

        private final Semaphore free = new Semaphore(MOST_WAITING);
        private final AtomicBoolean full = new AtomicBoolean();

        /** Told again when all have been free: else there would be a line for each that somebody may ask for. */
        private void leave() {
            free.release();
            if (free.availablePermits() == MOST_WAITING) {
                full.set(false);
            }
        }
    }
}
