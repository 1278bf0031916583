package dev.durin.spi;

import dev.durin.rate.Admission;
import dev.durin.rate.Budget;
import java.time.Instant;
import java.util.List;

/**
 * Counts requests against a rate. The default counts in this server's memory, so that with several servers each lets as
 * many pass.
 *
 * <p>A CDI bean of this type replaces the default, for example by one that all servers share. What it throws lets the
 * request pass and is logged: a counter that is away must not stop the application. Implementations are thread-safe.
 */
@FunctionalInterface
public interface RateCounter {

    /**
     * Counts a request in all of its budgets if each lets it pass, else in none.
     *
     * @param budgets the budgets, at least one; a name has at most 600 characters. The same name may come with another
     *     rate than before
     * @param now the time
     * @return whether it may pass
     */
    Admission count(List<Budget> budgets, Instant now);
}
