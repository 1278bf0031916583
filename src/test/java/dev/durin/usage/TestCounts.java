package dev.durin.usage;

import dev.durin.config.Settings;
import dev.durin.spi.TimeSource;

/** Counts for tests of other packages. */
public final class TestCounts {

    private TestCounts() {}

    /** Counts of an application with these settings. */
    public static HourlyCounts of(Settings settings, TimeSource time) {
        return new HourlyCounts(settings, time);
    }
}
