package dev.durin.endpoint;

import java.time.Duration;

/** How long something still takes, in the words of people: {@code a day}, {@code 6 days}, {@code an hour}. */
final class HumanDuration {

    private static final double DAYS_OF_MONTH = 30.5;
    private static final long DAYS_OF_YEAR = 365;

    private HumanDuration() {}

    static String of(Duration duration) {
        if (duration.isZero() || duration.isNegative()) {
            return "a moment";
        }
        if (duration.toDays() >= DAYS_OF_YEAR) {
            return counted(duration.toDays() / DAYS_OF_YEAR, "a year", "years");
        }
        long months = (long) (duration.toDays() / DAYS_OF_MONTH);
        if (months > 0) {
            return counted(months, "a month", "months");
        }
        if (duration.toDays() > 0) {
            return counted(duration.toDays(), "a day", "days");
        }
        return ofLessThanDay(duration);
    }

    private static String ofLessThanDay(Duration duration) {
        if (duration.toHours() > 0) {
            return counted(duration.toHours(), "an hour", "hours");
        }
        if (duration.toMinutes() > 0) {
            return counted(duration.toMinutes(), "a minute", "minutes");
        }
        return duration.toSeconds() == 0 ? "a moment" : counted(duration.toSeconds(), "a second", "seconds");
    }

    private static String counted(long count, String one, String many) {
        return count == 1 ? one : count + " " + many;
    }
}
