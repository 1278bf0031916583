package dev.durin.mail;

import java.time.Duration;

/** How long mail waits between two attempts. */
final class MailPauses {

    private static final Duration FIRST = Duration.ofMinutes(1);

    /** Not longer, so that mail is on its way soon after a mail server has come back. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private static final int DOUBLINGS = 4;
    private static final int STEPS = 20;
    private static final Duration SHORTEST_LEASE = Duration.ofMinutes(2);

    private MailPauses() {}

    /** The pause after so many attempts, of which the last one failed: a minute, then twice as long each time. */
    static Duration after(int attempts) {
        Duration pause = FIRST.multipliedBy(1L << Math.min(attempts - 1, DOUBLINGS));
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }

    /**
     * When an attempt whose node has died is taken for lost. Longer than any attempt takes: a mail has some dozen steps, of
     * which none may take longer than the time-out.
     */
    static Duration lease(Duration timeout) {
        Duration lease = timeout.multipliedBy(STEPS);
        return lease.compareTo(SHORTEST_LEASE) < 0 ? SHORTEST_LEASE : lease;
    }
}
