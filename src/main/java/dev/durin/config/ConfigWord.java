package dev.durin.config;

import java.util.Locale;

/** A constant of an enum as the configuration writes it: {@code evict-oldest} for {@code EVICT_OLDEST}. */
public final class ConfigWord {

    private ConfigWord() {}

    /**
     * Writes a constant.
     *
     * @param constant the constant
     * @return its word
     */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
