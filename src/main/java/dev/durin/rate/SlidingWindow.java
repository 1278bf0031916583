package dev.durin.rate;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Counts what passes of one budget: in no stretch of time as long as the period do more pass than the rate says, and what
 * is refused does not count. The rate may be another one at each request; what has passed within the last period counts
 * for the new one, too.
 *
 * <p>Up to 256 requests it remembers the moment of each. Above, it cuts the period into 256 slots and remembers how many
 * passed in each: then a request may be refused for one slot too long, and never let pass too early. So its memory is
 * bounded for any rate. Thread-safe.
 */
public final class SlidingWindow {

    /** How many milliseconds may lie between looking at the clock and being counted. */
    private static final long DISORDER = 10_000;

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
     * Counts a request in all of its budgets if each lets it pass, else in none.
     *
     * @param budgets the budgets, at least one, no two of one name
     * @param windows finds the window of a budget
     * @param now the time in epoch milliseconds; when it goes back, the windows go on from where they were
     * @return whether it may pass
     */
    public static Admission admit(List<Budget> budgets, Function<Budget, SlidingWindow> windows, long now) {
        if (budgets.isEmpty()) {
            throw new IllegalArgumentException("a request is counted in at least one budget");
        }
        // In one order everywhere, or two requests could wait for each other.
        List<Counted> counted = budgets.stream()
                .sorted(Comparator.comparing(Budget::name))
                .map(budget -> new Counted(budget, windows.apply(budget)))
                .toList();
        return admit(counted, List.of(), now);
    }

    /** Holds the lock of each window until all have judged. */
    private static Admission admit(List<Counted> counted, List<Admission> judged, long now) {
        if (judged.size() < counted.size()) {
            Counted next = counted.get(judged.size());
            synchronized (next.window) {
                Admission own = next.window.judge(next.budget, now);
                return admit(
                        counted, Stream.concat(judged.stream(), Stream.of(own)).toList(), now);
            }
        }
        Admission strictest = Admission.strictest(judged);
        if (strictest instanceof Admission.Passed) {
            counted.forEach(one -> one.window.passes.add(one.window.latest, 1));
        }
        return strictest;
    }

    /** Whether a request may pass; what is left is told as if it were counted. */
    private Admission judge(Budget budget, long now) {
        Rate rate = budget.rate();
        forward(now);
        remember(rate);
        long count = passes.count(latest);
        if (count >= rate.requests()) {
            return new Admission.Refused(budget, untilLeft(count - rate.requests() + 1));
        }
        return new Admission.Passed(
                budget, (int) (rate.requests() - count - 1), count == 0 ? rate.period() : untilLeft(1));
    }

    private Duration untilLeft(long count) {
        return Duration.ofMillis(passes.untilLeft(count, latest));
    }

    private void remember(Rate rate) {
        if (!passes.suits(rate)) {
            Passes suited = Passes.none(rate);
            passes.tell(suited, latest);
            passes = suited;
        }
    }

    /**
     * A clock that was set back must neither stop anybody for long nor let anybody pass twice. Threads that come a little
     * out of order are not that; they are taken for simultaneous.
     */
    private void forward(long now) {
        if (latest == Long.MIN_VALUE || now >= latest) {
            ahead = 0;
            latest = now;
            return;
        }
        if (latest - (now + ahead) > DISORDER) {
            ahead = latest - now;
        }
        latest = Math.max(latest, now + ahead);
    }

    private record Counted(Budget budget, SlidingWindow window) {}
}
