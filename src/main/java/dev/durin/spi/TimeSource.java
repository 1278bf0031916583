package dev.durin.spi;

import java.time.Instant;

/**
 * Where Durin's time comes from. The default is the system clock in milliseconds.
 *
 * <p>An application that declares a CDI bean of this type replaces it, which is how a test moves time. Implementations
 * are called from many threads at once.
 */
@FunctionalInterface
public interface TimeSource {

    /**
     * The present moment. Durin keeps milliseconds; anything finer is cut off when it is stored.
     *
     * @return now, never before a value returned earlier unless the clock itself was set back
     */
    Instant now();
}
