package dev.durin.rate;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** Whether a request may pass its budgets, and what is left of them. */
public sealed interface Admission {

    /**
     * The budget that decided: of those that let it pass the one of which least is left, of those that did not the one
     * that takes longest.
     *
     * @return the budget
     */
    Budget budget();

    /**
     * It may, and was counted in each.
     *
     * @param budget the budget of which least is left
     * @param remaining how many more may pass at this moment
     * @param reset how long until the first of those that were counted counts no longer
     */
    record Passed(Budget budget, int remaining, Duration reset) implements Admission {}

    /**
     * It may not, and was counted in none.
     *
     * @param budget the budget that takes longest
     * @param retryAfter how long until one may pass again, if nobody else asks meanwhile; more than zero
     */
    record Refused(Budget budget, Duration retryAfter) implements Admission {}

    /**
     * The one that decides: a refusal before a passage, the longest wait, the least that is left.
     *
     * @param admissions what each budget says, at least one
     * @return one of them
     * @throws java.util.NoSuchElementException when there is none
     */
    static Admission strictest(List<Admission> admissions) {
        return admissions.stream()
                .filter(Refused.class::isInstance)
                .map(Refused.class::cast)
                .max(Comparator.comparing(Refused::retryAfter))
                .<Admission>map(refused -> refused)
                .or(() -> admissions.stream().map(Passed.class::cast).min(Comparator.comparing(Passed::remaining)))
                .orElseThrow();
    }
}
