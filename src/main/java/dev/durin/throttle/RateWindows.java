package dev.durin.throttle;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.durin.config.Part;
import dev.durin.config.Settings;
import dev.durin.rate.Admission;
import dev.durin.rate.Budget;
import dev.durin.rate.SlidingWindow;
import dev.durin.spi.RateCounter;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Counts in memory: a window for each budget that was asked for within a day. Thread-safe. */
@Part
@Typed(RateWindows.class)
class RateWindows implements RateCounter {

    /** No rate has a longer one, and it may be another rate at any time. */
    private static final Duration LONGEST_PERIOD = Duration.ofDays(1);

    private final Cache<String, SlidingWindow> windows;

    @Inject
    RateWindows(Settings settings) {
        this.windows = Caffeine.newBuilder()
                .maximumSize(settings.throttle().size())
                .expireAfterAccess(LONGEST_PERIOD)
                .build();
    }

    @Override
    public Admission count(List<Budget> budgets, Instant now) {
        return SlidingWindow.admit(budgets, this::window, now.toEpochMilli());
    }

    private SlidingWindow window(Budget budget) {
        return windows.get(budget.name(), name -> new SlidingWindow(budget.rate()));
    }
}
