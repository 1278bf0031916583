package dev.durin.config;

import dev.durin.spi.Expiry;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How {@code login} and {@code refresh} write an expiry.
 *
 * @param pattern the pattern as configured
 * @param formatter what writes it, in UTC
 */
public record ExpiryFormat(String pattern, DateTimeFormatter formatter) {

    /** ISO 8601 in UTC, with milliseconds unless they are zero, such as {@code 2026-11-21T05:18:04.673Z}. */
    public static final String ISO = "iso-8601";

    private static final List<Instant> SAMPLES = List.of(Instant.EPOCH, Instant.parse("2026-11-21T15:18:04.673Z"));

    static ExpiryFormat of(String pattern) {
        if (pattern.equals(ISO)) {
            return new ExpiryFormat(pattern, DateTimeFormatter.ISO_INSTANT);
        }
        if (pattern.indexOf('%') >= 0) {
            throw new IllegalArgumentException("it is a pattern of java.time, not of strftime: HH:mm, not %H:%M");
        }
        DateTimeFormatter formatter =
                DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
        ExpiryFormat format = new ExpiryFormat(pattern, formatter);
        // A pattern can be well-formed and still ask for what an instant has not, or has only at some hours.
        for (Instant sample : SAMPLES) {
            if (format.formatter().format(sample).isBlank()) {
                throw new IllegalArgumentException("it would write nothing");
            }
        }
        return format;
    }

    /**
     * Writes an expiry.
     *
     * @param expiry the expiry
     * @return its text, or null for "never", which JSON has a word for
     */
    public @Nullable String text(Expiry expiry) {
        return expiry.instant().map(formatter::format).orElse(null);
    }
}
