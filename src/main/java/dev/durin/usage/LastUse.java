package dev.durin.usage;

import java.time.Instant;
import java.util.Optional;

/** When a token was used last, if ever, and by whom. */
public sealed interface LastUse {

    /** Of a token that was not used yet, or of which it was not recorded. */
    LastUse NEVER = new Never();

    /**
     * When it was.
     *
     * @return the instant, or empty for "never"
     */
    Optional<Instant> instant();

    /**
     * Where the request came from.
     *
     * @return the address, at most 64 characters, or an empty text
     */
    String address();

    /**
     * What the request was made with.
     *
     * @return the user agent, at most 256 characters, or an empty text
     */
    String userAgent();

    /**
     * The later one of two.
     *
     * @param other another use of the same token
     * @return this one, if the other is not later
     */
    LastUse orLater(LastUse other);

    /**
     * A use.
     *
     * @param time when it was
     * @param address where the request came from
     * @param userAgent what the request was made with
     */
    record At(Instant time, String address, String userAgent) implements LastUse {

        @Override
        public Optional<Instant> instant() {
            return Optional.of(time);
        }

        @Override
        public LastUse orLater(LastUse other) {
            return other instanceof At at && at.time.isAfter(time) ? other : this;
        }
    }

    /** No use. */
    record Never() implements LastUse {

        @Override
        public Optional<Instant> instant() {
            return Optional.empty();
        }

        @Override
        public String address() {
            return "";
        }

        @Override
        public String userAgent() {
            return "";
        }

        @Override
        public LastUse orLater(LastUse other) {
            return other;
        }
    }
}
