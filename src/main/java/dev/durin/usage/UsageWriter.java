package dev.durin.usage;

import dev.durin.config.Part;
import dev.durin.store.Batches;
import dev.durin.store.ConflictException;
import dev.durin.store.OwnTransaction;
import dev.durin.store.StoreUnavailableException;
import dev.durin.usage.PendingUses.PendingCount;
import dev.durin.usage.PendingUses.PendingLastUse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** Writes what was gathered, so many rows in a transaction of its own. What cannot be written stays to be written. */
@Part
class UsageWriter {

    /** A conflict means that another node has made the row, so the next look finds it; a few are more than enough. */
    private static final int ATTEMPTS = 10;

    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final UsageRecorder recorder;
    private final OwnTransaction transaction;
    private final UsageStore store;

    @Inject
    UsageWriter(UsageRecorder recorder, OwnTransaction transaction, UsageStore store) {
        this.recorder = recorder;
        this.transaction = transaction;
        this.store = store;
    }

    /**
     * Writes everything that was recorded before.
     *
     * @throws StoreUnavailableException when the database is away; what was not written is kept
     */
    void write() {
        oneAtATime.lock();
        try {
            PendingUses pending = recorder.gather();
            try {
                inBatches(pending.lastUses(), batch -> writeLastUses(batch, pending));
            } finally {
                // What is wrong with the ones need not be wrong with the others.
                inBatches(pending.counts(), batch -> writeCounts(batch, pending));
            }
        } finally {
            oneAtATime.unlock();
        }
    }

    private void writeLastUses(List<PendingLastUse> batch, PendingUses pending) {
        List<PendingLastUse> news = transaction.run("look for used tokens", () -> store.news(batch));
        if (!news.isEmpty()) {
            transaction.run("write the last use of tokens", () -> {
                news.forEach(store::write);
                return news.size();
            });
        }
        pending.wereWritten(batch);
    }

    private void writeCounts(List<PendingCount> batch, PendingUses pending) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (isCounted(batch)) {
                pending.wereCounted(batch);
                return;
            }
        }
        throw new StoreUnavailableException(ATTEMPTS + " attempts to count uses all met conflicts", null);
    }

    /** False when another node has just made one of the rows; nothing of the batch was written then. */
    private boolean isCounted(List<PendingCount> batch) {
        Set<UsageKey> present = transaction.run("look for use counts", () -> store.present(batch));
        try {
            return transaction.run("count uses", () -> count(batch, present)) == batch.size();
        } catch (ConflictException e) {
            return false;
        }
    }

    private int count(List<PendingCount> batch, Set<UsageKey> present) {
        for (PendingCount count : batch) {
            if (!present.contains(count.key()) || !store.add(count)) {
                store.insert(count);
            }
        }
        return batch.size();
    }

    private static <T> void inBatches(List<T> rows, Consumer<List<T>> work) {
        for (int from = 0; from < rows.size(); from += Batches.SIZE) {
            work.accept(rows.subList(from, Math.min(from + Batches.SIZE, rows.size())));
        }
    }
}
