package dev.durin.store;

import dev.durin.config.Part;
import jakarta.annotation.Resource;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.function.IntConsumer;

/** Does things when the running transaction has ended. Thread-safe. */
@Part
public class TransactionEnd {

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;

    /** For the container. */
    protected TransactionEnd() {}

    /**
     * Runs work once the transaction has committed, never if it does not; at once when there is none.
     *
     * @param work the work
     */
    public void whenCommitted(Runnable work) {
        if (isAwaited()) {
            register(status -> {
                if (status == Status.STATUS_COMMITTED) {
                    work.run();
                }
            });
        } else if (transactions.getTransactionStatus() == Status.STATUS_NO_TRANSACTION) {
            work.run();
        }
    }

    /**
     * Runs work when the transaction is over, whatever became of it: a commit whose answer got lost may have happened.
     *
     * @param work the work, which harms nothing when nothing was committed
     */
    public void whenEnded(Runnable work) {
        if (isAwaited()) {
            register(status -> work.run());
        } else {
            work.run();
        }
    }

    /**
     * Whether there is no transaction at all, not even one that is just ending.
     *
     * @return true when this thread can begin one
     */
    public boolean isOutside() {
        return transactions.getTransactionStatus() == Status.STATUS_NO_TRANSACTION;
    }

    private boolean isAwaited() {
        return transactions.getTransactionStatus() == Status.STATUS_ACTIVE;
    }

    private void register(IntConsumer work) {
        transactions.registerInterposedSynchronization(new AfterCompletion(work));
    }

    private record AfterCompletion(IntConsumer work) implements Synchronization {
        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            work.accept(status);
        }
    }
}
