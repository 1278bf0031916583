package dev.durin.rate;

import java.time.Duration;

/**
 * Counts what passes of one caller: in no stretch of time as long as the period do more pass than the rate says, and what
 * is refused does not count. The rate may be another one at each request; what has passed within the last period counts
 * for the new one, too.
 *
 * <p>Up to 256 requests it remembers the moment of each. Above, it cuts the period into 256 slots and remembers how many
 * passed in each: then a request may be refused for one slot too long, and never let pass too early. So its memory is
 * bounded for any rate. Thread-safe.
 */
public final class SlidingWindow {

    private Passes passes;
    private long ahead;
    private long latest = Long.MIN_VALUE;

    /**
     * A window in which nothing has passed.
     *
     * @param rate the rate that is expected
     */
    public SlidingWindow(Rate rate) {
        this.passes = Passes.none(rate);
    }

    /**
     * Counts a request if it may pass.
     *
     * @param rate the rate at this moment
     * @param now the time in epoch milliseconds; when it goes back, the window goes on from where it was
     * @return whether it may pass
     */
    public synchronized Admission admit(Rate rate, long now) {
        long time = forward(now);
        remember(rate);
        long count = passes.count(time);
        if (count >= rate.requests()) {
            return new Admission.Refused(Duration.ofMillis(passes.untilLeft(count - rate.requests() + 1, time)));
        }
        passes.add(time, 1);
        return new Admission.Passed((int) (rate.requests() - count - 1), Duration.ofMillis(passes.untilLeft(1, time)));
    }

    private void remember(Rate rate) {
        if (!passes.suits(rate)) {
            Passes suited = Passes.none(rate);
            passes.tell(suited);
            passes = suited;
        }
    }

    /** A clock that was set back must neither stop anybody for long nor let anybody pass twice. */
    private long forward(long now) {
        ahead = Math.max(ahead, latest == Long.MIN_VALUE ? 0 : latest - now);
        latest = now + ahead;
        return latest;
    }
}
