package dev.durin.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durin.config.TestSettings;
import dev.durin.rate.Admission;
import dev.durin.rate.Budget;
import dev.durin.rate.Rate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateWindowsTest {

    private static final int NAMES = 10_000;

    private static boolean passes(RateWindows windows, int name) {
        List<Budget> budgets = List.of(new Budget("budget " + name, Rate.parse("1/d")));
        return windows.count(budgets, Instant.EPOCH) instanceof Admission.Passed;
    }

    private static RateWindows afterOneEach(Map<String, String> settings) {
        RateWindows windows = new RateWindows(TestSettings.of(settings));
        assertThat(IntStream.range(0, NAMES)).allMatch(name -> passes(windows, name));
        return windows;
    }

    @Test
    void countThenEachIsRemembered() {
        RateWindows windows = afterOneEach(Map.of());

        assertThat(IntStream.range(0, NAMES)).noneMatch(name -> passes(windows, name));
    }

    /** Room is made a little later, by another thread. */
    @Test
    void moreBudgetsThanTheSizeThenMostAreForgotten() {
        RateWindows windows = afterOneEach(Map.of("durin.throttle.size", "10"));

        assertThat(IntStream.range(0, NAMES).filter(name -> !passes(windows, name)))
                .hasSizeLessThan(NAMES / 10);
    }
}
