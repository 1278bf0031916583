package dev.durin.store;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.Dependent;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Has work done regularly while the application runs, never twice at once. The schedule only hands it over to another
 * thread: some servers have one thread for all that is scheduled, and what takes long must not keep others waiting.
 * Thread-safe.
 */
@Dependent
public class RegularWork {

    private static final Logger LOGGER = System.getLogger(RegularWork.class.getName());

    private final AtomicBoolean atWork = new AtomicBoolean();
    private volatile @Nullable Future<?> schedule;

    @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
    ManagedScheduledExecutorService clock;

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    ManagedExecutorService workers;

    /** For the container. */
    RegularWork() {}

    /**
     * Begins.
     *
     * @param firstPause how long until the work is done for the first time
     * @param interval how long from one time to the next
     * @param work the work; what it throws is logged, and it is done again at the next time
     * @param otherwise done instead when the time before has not ended yet, or the server has no thread for it; must be
     *     quick
     */
    public void start(Duration firstPause, Duration interval, Runnable work, Runnable otherwise) {
        schedule = clock.scheduleAtFixedRate(
                () -> handOver(work, otherwise), firstPause.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Ends. What is being done at this moment goes on to its end.
     *
     * @return false when it had not begun
     */
    public boolean stop() {
        Future<?> running = schedule;
        schedule = null;
        if (running == null) {
            return false;
        }
        running.cancel(false);
        return true;
    }

    /** Also where the application goes down before it has started. */
    @PreDestroy
    void cancel() {
        stop();
    }

    private void handOver(Runnable work, Runnable otherwise) {
        if (!atWork.compareAndSet(false, true)) {
            otherwise.run();
            return;
        }
        try {
            workers.execute(() -> carryOut(work));
        } catch (RejectedExecutionException e) {
            atWork.set(false);
            LOGGER.log(Level.DEBUG, "No thread was free for regular work; it is tried again at the next time", e);
            otherwise.run();
        }
    }

    /** Whatever is thrown, also for want of memory, must end neither the schedule nor the work for good. */
    private void carryOut(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            LOGGER.log(Level.ERROR, "Regular work failed; it is done again at the next time", e);
        } finally {
            atWork.set(false);
        }
    }
}
