package dev.durin.access;

import dev.durin.config.Configured;
import dev.durin.config.Settings;
import dev.durin.rate.Admission;
import dev.durin.rate.Budget;
import dev.durin.spi.RateCounter;
import dev.durin.spi.TimeSource;
import dev.durin.token.VerifiedToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;

/** Counts the requests of callers. Thread-safe. */
@ApplicationScoped
class RateLimiter {

    private static final Logger LOGGER = System.getLogger(RateLimiter.class.getName());

    private final Settings settings;
    private final RateCounter counter;
    private final TimeSource time;

    @Inject
    RateLimiter(Settings settings, @Configured RateCounter counter, @Configured TimeSource time) {
        this.settings = settings;
        this.counter = counter;
        this.time = time;
    }

    @SuppressWarnings("NullAway") // for the client proxy
    RateLimiter() {
        this.settings = null;
        this.counter = null;
        this.time = null;
    }

    /**
     * Counts a request with this token.
     *
     * @return whether it may pass, or empty when no rate holds for it
     */
    Optional<Admission> count(VerifiedToken token) {
        return token.throttleRate()
                .or(() -> settings.throttle().rate())
                .flatMap(rate -> count(new Budget(token.budget(), rate)));
    }

    private Optional<Admission> count(Budget budget) {
        try {
            return Optional.of(counter.count(List.of(budget), time.now()));
        } catch (RuntimeException e) {
            LOGGER.log(Level.ERROR, "A request could not be counted and passes", e);
            return Optional.empty();
        }
    }
}
