package dev.durin.usage;

import dev.durin.config.Configured;
import dev.durin.config.Part;
import dev.durin.config.Settings;
import dev.durin.spi.TimeSource;
import dev.durin.store.Batches;
import dev.durin.store.EntityStore;
import dev.durin.store.OwnTransaction;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.IntFunction;

/** How often callers have used clients. Each operation has transactions of its own. Thread-safe. */
@Part
public class Usage {

    private static final String PURGE = "purge-uses";

    private final OwnTransaction transaction;
    private final UsageStore store;
    private final EntityStore entityStore;
    private final Duration keep;
    private final TimeSource time;

    @Inject
    Usage(
            OwnTransaction transaction,
            UsageStore store,
            EntityStore entityStore,
            Settings settings,
            @Configured TimeSource time) {
        this.transaction = transaction;
        this.store = store;
        this.entityStore = entityStore;
        this.keep = settings.usage().keep();
        this.time = time;
    }

    /**
     * What was counted, day by day.
     *
     * @param from the first day
     * @param to the last day
     * @return the counts, the first day first and the most used on top of each
     */
    public List<DailyUses> daily(LocalDate from, LocalDate to) {
        return transaction.run("list uses", () -> store.daily(from.toEpochDay(), to.toEpochDay()));
    }

    /**
     * What was counted of each client, day by day.
     *
     * @param from the first day
     * @param to the last day
     * @return the sums of all callers, the first day first, and by client
     */
    public List<ClientUses> byClient(LocalDate from, LocalDate to) {
        return transaction.run("list uses", () -> store.byClient(from.toEpochDay(), to.toEpochDay()));
    }

    /**
     * What was counted most on some days together.
     *
     * @param from the first day
     * @param to the last day
     * @param most how many are wanted at most
     * @return the counts, the most first
     */
    public List<TotalUses> most(LocalDate from, LocalDate to, int most) {
        if (most < 1) {
            throw new IllegalArgumentException("at least one has to be asked for, such as 10, but was " + most);
        }
        return transaction.run("list uses", () -> store.most(from.toEpochDay(), to.toEpochDay(), most));
    }

    /**
     * Removes the counts that are older than {@code durin.usage.keep}, in batches. Stops when another node is at it.
     *
     * @return how many there were
     */
    public int purge() {
        long oldest = LocalDate.ofInstant(time.now(), ZoneOffset.UTC).toEpochDay() - keep.toDays();
        return removeAll(most -> entityStore.lockTask(PURGE) ? store.before(oldest, most) : List.of());
    }

    /**
     * Removes the counts of a client that is going, in batches.
     *
     * @param clientId the client's id
     * @return how many there were
     */
    public int removeOf(long clientId) {
        return removeAll(most -> store.ofClient(clientId, most));
    }

    private int removeAll(IntFunction<List<UsageKey>> batch) {
        return Batches.untilEmpty(most -> transaction.run("remove use counts", () -> remove(batch.apply(most))));
    }

    private int remove(List<UsageKey> keys) {
        keys.forEach(store::remove);
        return keys.size();
    }
}
