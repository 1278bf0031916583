package dev.durin.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.IntUnaryOperator;

/** Work on many rows, so many in one transaction. */
public final class Batches {

    /** How many rows one transaction changes at most. */
    public static final int SIZE = 500;

    /** How often somebody may add to what is being ended at the same moment, and it is still looked for. */
    private static final int MOST_ROUNDS = 10;

    private Batches() {}

    /**
     * Goes on until there is no more, also of what somebody has added meanwhile.
     *
     * @param batch does as many as it is told, and answers how many it found
     * @return how many there were
     */
    public static int untilEmpty(IntUnaryOperator batch) {
        int all = 0;
        int rounds = 0;
        int some;
        do {
            some = batch.applyAsInt(SIZE);
            all += some;
            rounds += some < SIZE ? 1 : 0;
        } while (some > 0 && rounds < MOST_ROUNDS);
        return all;
    }

    /**
     * Does one work after the other, whatever becomes of those before.
     *
     * @param works the works, each of which answers how many rows there were
     * @return how many there were, in the same order
     * @throws RuntimeException what the first that failed has thrown, with what others have thrown
     */
    public static List<Integer> each(IntSupplier... works) {
        List<Integer> counts = new ArrayList<>();
        List<RuntimeException> failures = new ArrayList<>();
        for (IntSupplier work : works) {
            try {
                counts.add(work.getAsInt());
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            RuntimeException first = failures.get(0);
            failures.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        }
        return counts;
    }
}
