package dev.durin.rate;

import java.util.Arrays;

/** Remembers the moment of each, as many as there may be. */
final class ExactPasses implements Passes {

    /** How many at most; later ones take the place of the first. */
    static final int MOST = 256;

    private static final int FEW = 8;

    private final long period;
    private long[] times = new long[FEW];
    private int first;
    private int size;

    ExactPasses(long period) {
        this.period = period;
    }

    @Override
    public boolean suits(Rate rate) {
        return rate.requests() <= MOST && rate.period().toMillis() == period;
    }

    @Override
    public long count(long now) {
        while (size > 0 && times[first] <= now - period) {
            drop();
        }
        return size;
    }

    @Override
    public void add(long time, int count) {
        for (int added = 0; added < Math.min(count, MOST); added++) {
            add(time);
        }
    }

    private void add(long time) {
        if (size == MOST) {
            drop();
        }
        if (size == times.length) {
            grow();
        }
        times[(first + size) % times.length] = time;
        size++;
    }

    @Override
    public long untilLeft(long count, long now) {
        return times[(int) ((first + count - 1) % times.length)] + period - now;
    }

    @Override
    public void tell(Passes other, long now) {
        for (int position = 0; position < size; position++) {
            other.add(times[(first + position) % times.length], 1);
        }
    }

    private void drop() {
        first = (first + 1) % times.length;
        size--;
    }

    private void grow() {
        long[] larger = Arrays.copyOf(Arrays.copyOfRange(times, first, times.length), Math.min(size * 2, MOST));
        System.arraycopy(times, 0, larger, times.length - first, first);
        times = larger;
        first = 0;
    }
}
