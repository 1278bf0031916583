package dev.durin.spi;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long a token lives from its issue or renewal on: a positive duration, or for ever. */
public sealed interface Lifetime {

    /** The longest limited lifetime: 100 years of 365 days. A longer one is certainly a slip of the keyboard. */
    Duration LONGEST = Duration.ofDays(36_500);

    /** A lifetime without end; it must be asked for in so many words, it is never a default. */
    Lifetime UNLIMITED = new Unlimited();

    /**
     * A limited lifetime.
     *
     * @param duration from one millisecond to {@link #LONGEST}
     * @return the lifetime
     * @throws IllegalArgumentException when the duration is zero, negative or longer than {@link #LONGEST}
     */
    static Lifetime of(Duration duration) {
        return new Limited(duration);
    }

    /**
     * When a token ends that begins now.
     *
     * @param now the present moment
     * @return the expiry
     */
    Expiry from(Instant now);

    /**
     * The duration.
     *
     * @return the duration, or empty when unlimited
     */
    Optional<Duration> duration();

    /**
     * A lifetime with an end.
     *
     * @param length from one millisecond to {@link #LONGEST}
     */
    record Limited(Duration length) implements Lifetime {

        /** Refuses what no token can live. */
        public Limited {
            if (length.compareTo(Duration.ofMillis(1)) < 0) {
                throw new IllegalArgumentException("a lifetime must be longer than zero, not " + length);
            }
            if (length.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("a lifetime is at most 36500 days, not " + length.toDays()
                        + " days; say \"never\" for one without end");
            }
        }

        @Override
        public Expiry from(Instant now) {
            return Expiry.at(now.plus(length));
        }

        @Override
        public Optional<Duration> duration() {
            return Optional.of(length);
        }
    }

    /** A lifetime without end. */
    record Unlimited() implements Lifetime {
        @Override
        public Expiry from(Instant now) {
            return Expiry.NEVER;
        }

        @Override
        public Optional<Duration> duration() {
            return Optional.empty();
        }
    }
}
