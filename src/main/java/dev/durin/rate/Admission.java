package dev.durin.rate;

import java.time.Duration;

/** Whether a request may pass a rate, and what is left of it. */
public sealed interface Admission {

    /**
     * It may, and was counted.
     *
     * @param remaining how many more may pass at this moment
     * @param reset how long until the first of those that were counted counts no longer
     */
    record Passed(int remaining, Duration reset) implements Admission {}

    /**
     * It may not, and was not counted.
     *
     * @param retryAfter how long until one may pass again, if nobody else asks meanwhile; more than zero
     */
    record Refused(Duration retryAfter) implements Admission {}
}
