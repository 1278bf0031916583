package dev.durin.rate;

import java.util.Arrays;

/**
 * Cuts the period into slots and remembers how many passed in each. A slot counts until the whole of it is a period ago,
 * so never too few are counted, and those of at most one slot too many.
 */
final class SlottedPasses implements Passes {

    /** Of which one period consists. */
    private static final int SLOTS = 256;

    /** As many as a period can touch. */
    private static final int KEPT = SLOTS + 1;

    private final long period;
    private final int[] counts = new int[KEPT];
    private long newest = Long.MIN_VALUE;
    private long sum;

    SlottedPasses(long period) {
        this.period = period;
    }

    @Override
    public boolean suits(Rate rate) {
        return rate.requests() > ExactPasses.MOST && rate.period().toMillis() == period;
    }

    @Override
    public long count(long now) {
        goOnTo(slot(now));
        return sum;
    }

    @Override
    public void add(long time, int count) {
        long slot = slot(time);
        goOnTo(slot);
        counts[position(slot)] += count;
        sum += count;
    }

    @Override
    public long untilLeft(long count, long now) {
        long slot = newest - SLOTS;
        long left = counts[position(slot)];
        while (left < count) {
            slot++;
            left += counts[position(slot)];
        }
        return beginning(slot + KEPT) - now;
    }

    @Override
    public void tell(Passes other, long now) {
        for (long slot = newest - SLOTS; slot <= newest; slot++) {
            int count = counts[position(slot)];
            if (count > 0) {
                // Its last moment: to forget them too early would let too many pass.
                other.add(Math.min(now, beginning(slot + 1) - 1), count);
            }
        }
    }

    /** Empties the slots that are a whole period ago. */
    private void goOnTo(long slot) {
        if (slot - newest >= KEPT || newest == Long.MIN_VALUE) {
            Arrays.fill(counts, 0);
            sum = 0;
        } else {
            for (long emptied = newest + 1; emptied <= slot; emptied++) {
                sum -= counts[position(emptied)];
                counts[position(emptied)] = 0;
            }
        }
        newest = Math.max(newest, slot);
    }

    private long slot(long time) {
        return Math.floorDiv(time * SLOTS, period);
    }

    /** The first millisecond of a slot. */
    private long beginning(long slot) {
        return -Math.floorDiv(-slot * period, (long) SLOTS);
    }

    private static int position(long slot) {
        return (int) Math.floorMod(slot, (long) KEPT);
    }
}
