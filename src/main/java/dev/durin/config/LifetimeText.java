package dev.durin.config;

import dev.durin.spi.Lifetime;
import java.time.Duration;

/** A lifetime as the configuration writes it: {@code 14d}, {@code 12h}, {@code never}. */
public final class LifetimeText {

    private LifetimeText() {}

    /**
     * Reads a lifetime.
     *
     * @param text a number with ms, s, m, h or d, or ISO 8601, or {@code never}
     * @return the lifetime
     * @throws IllegalArgumentException when the text is none; the message says what would be
     */
    public static Lifetime parse(String text) {
        return SettingType.LIFETIME.read(text);
    }

    /**
     * Writes a lifetime, in the largest unit that leaves no rest.
     *
     * @param lifetime the lifetime
     * @return its text
     */
    public static String write(Lifetime lifetime) {
        return lifetime.duration().map(LifetimeText::write).orElse("never");
    }

    private static String write(Duration duration) {
        if (duration.toMillisPart() != 0) {
            return duration.toMillis() + "ms";
        }
        if (duration.toSecondsPart() != 0) {
            return duration.toSeconds() + "s";
        }
        if (duration.toMinutesPart() != 0) {
            return duration.toMinutes() + "m";
        }
        return duration.toHoursPart() != 0 ? duration.toHours() + "h" : duration.toDays() + "d";
    }
}
