package dev.durin.throttle;

import java.time.Duration;
import java.time.Instant;

/**
 * How often logins have failed in a row, and how many are being checked. Immutable.
 *
 * @param failures how many have failed
 * @param pending how many are being checked
 * @param lastFailure when the last one failed
 * @param lockedUntil until when none is checked
 */
record FailureCount(int failures, int pending, Instant lastFailure, Instant lockedUntil) {

    /** A failure is forgotten when so much time has passed without another one, and without a wait. */
    static final Duration WINDOW = Duration.ofMinutes(15);

    static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    /** No more doublings than it takes to reach the longest wait. */
    private static final int MOST_DOUBLINGS = 10;

    static final FailureCount NONE = new FailureCount(0, 0, Instant.EPOCH, Instant.EPOCH);

    /**
     * Whether one more may be checked. While the last free place is taken, nobody knows yet whether there is to be a wait;
     * so there is never more than one beyond the limit.
     */
    boolean admits(int limit, Instant now) {
        return !isLocked(now) && (pending == 0 || failures + pending < limit);
    }

    /** A clock that was set back must not lock anybody out for longer than there are waits. */
    private boolean isLocked(Instant now) {
        return now.isBefore(lockedUntil) && !lockedUntil.isAfter(now.plus(LONGEST_WAIT));
    }

    FailureCount begun(Instant now) {
        boolean forgotten = pending == 0 && !now.isBefore(latest().plus(WINDOW));
        return new FailureCount(forgotten ? 0 : failures, pending + 1, lastFailure, lockedUntil);
    }

    private Instant latest() {
        return lastFailure.isAfter(lockedUntil) ? lastFailure : lockedUntil;
    }

    FailureCount failed(int limit, Instant now) {
        int all = failures + 1;
        Instant until = all < limit ? lockedUntil : now.plus(wait(all - limit));
        return new FailureCount(all, withoutOne(), now, until.isAfter(lockedUntil) ? until : lockedUntil);
    }

    /** One second, then twice as long each time. */
    private static Duration wait(int doublings) {
        Duration wait = Duration.ofSeconds(1L << Math.min(doublings, MOST_DOUBLINGS));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    /** Neither a failure nor a success: it was not found out, or the success was another's. */
    FailureCount givenBack(int forgiven) {
        return new FailureCount(Math.max(0, failures - forgiven), withoutOne(), lastFailure, lockedUntil);
    }

    /** At least none: a success forgets also those that are being checked. */
    private int withoutOne() {
        return Math.max(0, pending - 1);
    }
}
