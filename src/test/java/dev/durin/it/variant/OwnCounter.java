package dev.durin.it.variant;

import dev.durin.rate.Admission;
import dev.durin.rate.Budget;
import dev.durin.spi.RateCounter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Lets nobody pass, and cannot count Bob. */
@ApplicationScoped
public class OwnCounter implements RateCounter {

    @Override
    public Admission count(List<Budget> budgets, Instant now) {
        Budget budget = budgets.get(0);
        if (budget.name().endsWith("bob")) {
            throw new IllegalStateException("the counter is away");
        }
        return new Admission.Refused(budget, Duration.ofMillis(1_500));
    }
}
