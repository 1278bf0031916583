package dev.durin.rate;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * So many requests in so much time, written {@code 100/h}.
 *
 * @param requests how many requests, 1 to 999,999,999
 * @param period in how much time: a second, minute, hour or day
 */
public record Rate(int requests, Duration period) {

    private static final int MOST = 999_999_999;

    private static final Map<Duration, String> UNITS = Map.of(
            Duration.ofSeconds(1), "s", Duration.ofMinutes(1), "m", Duration.ofHours(1), "h", Duration.ofDays(1), "d");
    private static final Pattern TEXT = Pattern.compile("(\\d{1,9})/(s|sec|second|m|min|minute|h|hour|d|day)");

    /** Refuses a rate that lets nothing pass, and one that cannot be written. */
    public Rate {
        if (requests < 1 || requests > MOST) {
            throw new IllegalArgumentException("a rate lets 1 to " + MOST + " requests pass, not " + requests);
        }
        if (!UNITS.containsKey(period)) {
            throw new IllegalArgumentException("the period of a rate is a second, minute, hour or day, not " + period);
        }
    }

    /**
     * Reads a rate.
     *
     * @param text a whole number, a slash and {@code s}, {@code m}, {@code h} or {@code d}, or the word for one of these
     * @return the rate
     * @throws IllegalArgumentException when the text is no rate; the message says what would be
     */
    public static Rate parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "a rate is a number, a slash and one of s, m, h, d, such as 100/h; not \"" + text + "\"");
        }
        return new Rate(
                Integer.parseInt(matcher.group(1)), periodOf(matcher.group(2).charAt(0)));
    }

    private static Duration periodOf(char unit) {
        return switch (unit) {
            case 's' -> Duration.ofSeconds(1);
            case 'm' -> Duration.ofMinutes(1);
            case 'h' -> Duration.ofHours(1);
            default -> Duration.ofDays(1);
        };
    }

    /** The rate as it is written in configuration, such as {@code 100/h}. */
    @Override
    public String toString() {
        return requests + "/" + UNITS.get(period);
    }
}
