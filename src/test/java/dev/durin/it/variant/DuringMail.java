package dev.durin.it.variant;

import dev.durin.it.app.DuringLogin;
import dev.durin.rate.Admission;
import dev.durin.rate.Budget;
import dev.durin.rate.SlidingWindow;
import dev.durin.spi.RateCounter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts as Durin does. When a link to another address is counted, what a test wants happens: the password is known then. */
@ApplicationScoped
public class DuringMail implements RateCounter {

    private final Map<String, SlidingWindow> windows = new ConcurrentHashMap<>();

    @Override
    public Admission count(List<Budget> budgets, Instant now) {
        if (budgets.stream().anyMatch(budget -> budget.name().startsWith("MAILS address "))) {
            DuringLogin.happen();
        }
        return SlidingWindow.admit(budgets, this::window, now.toEpochMilli());
    }

    private SlidingWindow window(Budget budget) {
        return windows.computeIfAbsent(budget.name(), name -> new SlidingWindow(budget.rate()));
    }
}
