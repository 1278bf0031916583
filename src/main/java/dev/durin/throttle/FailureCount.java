package dev.durin.throttle;

import java.time.Duration;
import java.time.Instant;

/**
 * How often logins have failed in a row, and how many are being checked. Immutable.
 *
 * @param failures how many have failed
 * @param pending how many are being checked
 * @param firstFailure since when the first one of these is about to be forgotten
 * @param lastFailure when the last one failed
 * @param lockedUntil until when none is checked
 * @param spelling what was typed for the name at all of them; {@link #SEVERAL} when it was not the same, empty without any
 */
record FailureCount(
        int failures, int pending, Instant firstFailure, Instant lastFailure, Instant lockedUntil, String spelling) {

    /** All failures are forgotten when so much time has passed without another one, and without a wait. */
    static final Duration WINDOW = Duration.ofMinutes(15);

    static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    /** No more doublings than it takes to reach the longest wait. */
    private static final int MOST_DOUBLINGS = 10;

    /** No spelling of anybody's. */
    private static final String SEVERAL = "several";

    static final FailureCount NONE = new FailureCount(0, 0, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, "");

    /** Whether one more may be checked. */
    Entry entry(int limit, Instant now) {
        if (isLocked(now)) {
            return Entry.LOCKED;
        }
        // While the last free place is taken, nobody knows yet whether there is to be a wait; so there is never more
        // than
        // one beyond the limit.
        return pending == 0 || failures + pending < limit ? Entry.ADMITTED : Entry.FULL;
    }

    /** A clock that was set back must not lock anybody out for longer than there are waits. */
    private boolean isLocked(Instant now) {
        return now.isBefore(lockedUntil) && !lockedUntil.isAfter(now.plus(LONGEST_WAIT));
    }

    /** Without those that are forgotten by now, where one is each time that so much time has passed. */
    FailureCount drained(Duration each, Instant now) {
        if (failures == 0 || now.isBefore(firstFailure)) {
            return this;
        }
        long forgotten = Math.min(failures, Duration.between(firstFailure, now).dividedBy(each));
        return new FailureCount(
                failures - (int) forgotten,
                pending,
                firstFailure.plus(each.multipliedBy(forgotten)),
                lastFailure,
                lockedUntil,
                spelling);
    }

    FailureCount begun(Instant now) {
        boolean forgotten = pending == 0 && !now.isBefore(latest().plus(WINDOW));
        return new FailureCount(
                forgotten ? 0 : failures,
                pending + 1,
                firstFailure,
                lastFailure,
                lockedUntil,
                forgotten ? "" : spelling);
    }

    private Instant latest() {
        return lastFailure.isAfter(lockedUntil) ? lastFailure : lockedUntil;
    }

    FailureCount failed(String typed, int limit, Instant now) {
        int all = failures + 1;
        // One that a clock has left behind which was set back locks nothing, and must not keep the next from doing so.
        Instant before = isLocked(now) ? lockedUntil : Instant.EPOCH;
        Instant until = all < limit ? before : now.plus(wait(all - limit));
        return new FailureCount(
                all,
                withoutOne(),
                failures == 0 ? now : firstFailure,
                now,
                until.isAfter(before) ? until : before,
                failures == 0 || typed.equals(spelling) ? typed : SEVERAL);
    }

    /** One second, then twice as long each time. */
    private static Duration wait(int doublings) {
        Duration wait = Duration.ofSeconds(1L << Math.min(doublings, MOST_DOUBLINGS));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    /** Neither a failure nor a success: it was not found out, or the success was another's. */
    FailureCount givenBack(int forgiven) {
        return new FailureCount(
                Math.max(0, failures - forgiven), withoutOne(), firstFailure, lastFailure, lockedUntil, spelling);
    }

    /** Whether all failures are those of whoever types the name like this, and not of another one that looks alike. */
    boolean isOf(String typed) {
        return failures == 0 || typed.equals(spelling);
    }

    /** Nothing is left of it but those that are being checked. */
    FailureCount succeeded() {
        return new FailureCount(0, withoutOne(), Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, "");
    }

    /** At least none: what memory has no room for is forgotten, also while it is being checked. */
    private int withoutOne() {
        return Math.max(0, pending - 1);
    }

    /** Whether a login may be checked. */
    enum Entry {
        /** It may, and is counted. */
        ADMITTED,
        /** Nobody knows before those have ended that are being checked. */
        FULL,
        /** It may not for a while. */
        LOCKED
    }
}
