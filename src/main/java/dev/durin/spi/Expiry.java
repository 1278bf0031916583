package dev.durin.spi;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** When a token ends: at an instant, or never. */
public sealed interface Expiry {

    /** A token that ends only when somebody ends it. */
    Expiry NEVER = new Never();

    /**
     * The expiry at an instant.
     *
     * @param instant the first instant at which the token is no longer good, cut to milliseconds
     * @return the expiry
     */
    static Expiry at(Instant instant) {
        return new At(instant);
    }

    /**
     * Whether a token with this expiry is dead. It is, from the very instant of its expiry on.
     *
     * @param now the present moment
     * @return true when {@code now} is the expiry or after it
     */
    boolean hasPassed(Instant now);

    /**
     * The instant of the expiry.
     *
     * @return the instant, or empty for "never"
     */
    Optional<Instant> instant();

    /**
     * An expiry at an instant.
     *
     * @param end the first instant at which the token is no longer good
     */
    record At(Instant end) implements Expiry {

        /** Cuts to milliseconds, which is what is stored. */
        public At {
            end = end.truncatedTo(ChronoUnit.MILLIS);
        }

        @Override
        public boolean hasPassed(Instant now) {
            return !now.isBefore(end);
        }

        @Override
        public Optional<Instant> instant() {
            return Optional.of(end);
        }
    }

    /** No expiry. */
    record Never() implements Expiry {
        @Override
        public boolean hasPassed(Instant now) {
            return false;
        }

        @Override
        public Optional<Instant> instant() {
            return Optional.empty();
        }
    }
}
