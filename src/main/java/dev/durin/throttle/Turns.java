package dev.durin.throttle;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Lets threads wait for what others are about to find out. Thread-safe. */
final class Turns {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private final Duration patience;

    /** @param patience how long one waits for others, in all */
    Turns(Duration patience) {
        this.patience = patience;
    }

    /**
     * Asks, and asks again whenever somebody's turn has ended, until the answer is another one or it has taken too long;
     * the last answer.
     */
    <T> T await(T unsettled, Supplier<T> question) {
        lock.lock();
        try {
            long rest = patience.toNanos();
            T answer = question.get();
            while (answer.equals(unsettled) && rest > 0) {
                rest = ended.awaitNanos(rest);
                answer = question.get();
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unsettled;
        } finally {
            lock.unlock();
        }
    }

    /** Somebody's turn has ended, and what came of it can be seen. */
    void end() {
        lock.lock();
        try {
            ended.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
