package dev.durin.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlidingWindowTest {

    private static final long START = 1_800_000_000_000L;

    private static Admission admit(SlidingWindow window, Rate rate, long now) {
        return SlidingWindow.admit(List.of(new Budget("b", rate)), budget -> window, now);
    }

    private static boolean passes(SlidingWindow window, Rate rate, long now) {
        return admit(window, rate, now) instanceof Admission.Passed;
    }

    private static Duration wait(SlidingWindow window, Rate rate, long now) {
        return ((Admission.Refused) admit(window, rate, now)).retryAfter();
    }

    private static long count(SlidingWindow window, Rate rate, long now, int asked) {
        return IntStream.range(0, asked)
                .filter(number -> passes(window, rate, now))
                .count();
    }

    @Test
    void admitThenSaysWhatIsLeftAndUntilWhen() {
        Rate rate = Rate.parse("2/m");
        SlidingWindow window = new SlidingWindow(rate);

        Budget budget = new Budget("b", rate);
        assertThat(admit(window, rate, START)).isEqualTo(new Admission.Passed(budget, 1, Duration.ofMinutes(1)));
        assertThat(admit(window, rate, START + 10_000))
                .isEqualTo(new Admission.Passed(budget, 0, Duration.ofSeconds(50)));
        assertThat(admit(window, rate, START + 20_000))
                .isEqualTo(new Admission.Refused(budget, Duration.ofSeconds(40)));
    }

    @Test
    void admitWhenRefusedBeforeThenThatDidNotCount() {
        Rate rate = Rate.parse("1/m");
        SlidingWindow window = new SlidingWindow(rate);
        assertThat(count(window, rate, START, 100)).isEqualTo(1);

        assertThat(passes(window, rate, START + 59_999)).isFalse();
        assertThat(passes(window, rate, START + 60_000)).isTrue();
    }

    /** At random moments; compared with all that has passed. */
    @RepeatedTest(50)
    void admitWhenUpTo256ThenExact(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Rate rate = new Rate(1 + random.nextInt(ExactPasses.MOST), Duration.ofMinutes(1));
        SlidingWindow window = new SlidingWindow(rate);
        List<Long> passed = new ArrayList<>();
        long now = START;

        for (int asked = 0; asked < 3_000; asked++) {
            now += random.nextInt(2 * 60_000 / rate.requests());
            long time = now;
            boolean due = passed.stream().filter(pass -> pass > time - 60_000).count() < rate.requests();
            assertThat(passes(window, rate, now)).isEqualTo(due);
            if (due) {
                passed.add(now);
            }
        }
    }

    @RepeatedTest(50)
    void admitWhenAbove256ThenNeverMoreAndAtMostOneSlotTooStrict(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Rate rate = new Rate(257 + random.nextInt(1_000), Duration.ofSeconds(1));
        SlidingWindow window = new SlidingWindow(rate);
        List<Long> passed = new ArrayList<>();
        long now = START + random.nextInt(1_000);

        for (int asked = 0; asked < 5_000; asked++) {
            now += random.nextInt(4) == 0 ? random.nextInt(4) : 0;
            long time = now;
            boolean passes = passes(window, rate, now);
            // A slot is 3.9 ms.
            long strict =
                    passed.stream().filter(pass -> pass > time - 1_000 - 4).count();
            long exact = passed.stream().filter(pass -> pass > time - 1_000).count();
            if (passes) {
                assertThat(exact).isLessThan(rate.requests());
                passed.add(now);
            } else {
                assertThat(strict).isGreaterThanOrEqualTo(rate.requests());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1/s", "5/m", "256/m", "257/m", "1000/s", "100000/d", "999999999/h"})
    void admitWhenRefusedThenPassesAfterTheWaitAndNotBefore(String text) {
        Rate rate = Rate.parse(text);
        SlidingWindow window = new SlidingWindow(rate);
        Rate few = new Rate(Math.min(rate.requests(), 2_000), rate.period());
        assertThat(count(window, few, START + 123, 3_000)).isEqualTo(few.requests());

        long wait = wait(window, few, START + 123).toMillis();

        assertThat(passes(window, few, START + 123 + wait - 1)).isFalse();
        assertThat(passes(window, few, START + 123 + wait)).isTrue();
        assertThat(wait).isBetween(few.period().toMillis(), few.period().toMillis() * 258 / 256);
    }

    @ParameterizedTest
    @CsvSource({
        "10/m, 3/m, 0",
        "3/m, 10/m, 7",
        "10/m, 12/h, 2",
        "12/h, 10/m, 0",
        "10/m, 300/m, 290",
        "300/m, 10/m, 0",
        "300/m, 400/h, 100",
        "10/d, 10/s, 0"
    })
    void rateChangedThenWhatHasPassedCountsForTheNewOne(String before, String after, int left) {
        Rate old = Rate.parse(before);
        SlidingWindow window = new SlidingWindow(old);
        count(window, old, START, old.requests());

        assertThat(count(window, Rate.parse(after), START, 1_000)).isEqualTo(left);
    }

    @Test
    void rateLoweredThenTheWaitIsUntilEnoughHaveLeft() {
        Rate old = Rate.parse("10/m");
        SlidingWindow window = new SlidingWindow(old);
        IntStream.range(0, 10).forEach(second -> admit(window, old, START + second * 1_000L));

        assertThat(wait(window, Rate.parse("3/m"), START + 10_000)).isEqualTo(Duration.ofSeconds(57));
    }

    @Test
    void clockSetBackThenNeitherMoreNorForLonger() {
        Rate rate = Rate.parse("2/m");
        SlidingWindow window = new SlidingWindow(rate);
        count(window, rate, START, 2);
        long back = START - 86_400_000;

        assertThat(passes(window, rate, back)).isFalse();
        assertThat(passes(window, rate, back + 59_999)).isFalse();
        assertThat(passes(window, rate, back + 60_000)).isTrue();
    }

    @Test
    void clockSetBackAndRightAgainThenNothingIsForgotten() {
        Rate rate = Rate.parse("1/h");
        SlidingWindow window = new SlidingWindow(rate);
        count(window, rate, START, 1);
        assertThat(passes(window, rate, START - 3_600_000)).isFalse();

        assertThat(passes(window, rate, START + 1_000)).isFalse();
        assertThat(passes(window, rate, START + 3_600_000)).isTrue();
    }

    /** Whoever looks at the clock first need not be counted first. */
    @Test
    void manyALittleOutOfOrderThenTheWindowIsNoShorter() {
        Rate rate = Rate.parse("1/m");
        SlidingWindow window = new SlidingWindow(rate);
        count(window, rate, START + 1_000, 1);

        for (int pair = 0; pair < 100_000; pair++) {
            assertThat(passes(window, rate, START + 999)).isFalse();
            assertThat(passes(window, rate, START + 1_000)).isFalse();
        }
        assertThat(passes(window, rate, START + 60_999)).isFalse();
        assertThat(passes(window, rate, START + 61_000)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000/s", "10/s"})
    void rateOfAShorterPeriodThenNobodyIsKeptOutForLonger(String after) {
        Rate old = Rate.parse("1000/d");
        Rate rate = Rate.parse(after);
        SlidingWindow window = new SlidingWindow(old);
        count(window, old, START, 1);

        // The moment of the one that has passed is not known exactly any more.
        assertThat(count(window, rate, START + 1_100, 2_000)).isEqualTo(rate.requests() - 1);
        for (int second = 2; second < 5; second++) {
            assertThat(count(window, rate, START + second * 1_100L, 2_000)).isEqualTo(rate.requests());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"20/m", "300/m"})
    void admitWhen64ThreadsThenExactlySoManyPass(String text) throws Exception {
        Rate rate = Rate.parse(text);
        SlidingWindow window = new SlidingWindow(rate);
        CyclicBarrier start = new CyclicBarrier(64);
        ExecutorService threads = Executors.newFixedThreadPool(64);
        try {
            List<Callable<Long>> calls = new ArrayList<>();
            for (int thread = 0; thread < 64; thread++) {
                calls.add(() -> {
                    start.await();
                    return count(window, rate, START, 20);
                });
            }
            long passed = 0;
            for (Future<Long> future : threads.invokeAll(calls)) {
                passed += future.get();
            }
            assertThat(passed).isEqualTo(rate.requests());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void severalBudgetsThenCountedInAllOrInNone() {
        Budget wide = new Budget("wide", Rate.parse("3/h"));
        Budget narrow = new Budget("narrow", Rate.parse("1/m"));
        Map<String, SlidingWindow> windows = new ConcurrentHashMap<>();
        Function<Budget, SlidingWindow> finder =
                budget -> windows.computeIfAbsent(budget.name(), name -> new SlidingWindow(budget.rate()));

        assertThat(SlidingWindow.admit(List.of(wide, narrow), finder, START))
                .isEqualTo(new Admission.Passed(narrow, 0, Duration.ofMinutes(1)));
        assertThat(SlidingWindow.admit(List.of(wide, narrow), finder, START))
                .isEqualTo(new Admission.Refused(narrow, Duration.ofMinutes(1)));
        assertThat(SlidingWindow.admit(List.of(wide), finder, START))
                .as("the refused one is not counted in the other budget")
                .isEqualTo(new Admission.Passed(wide, 1, Duration.ofHours(1)));
        SlidingWindow.admit(List.of(wide), finder, START);
        assertThat(SlidingWindow.admit(List.of(narrow, wide), finder, START))
                .as("the longest wait")
                .isEqualTo(new Admission.Refused(wide, Duration.ofHours(1)));
        assertThat(SlidingWindow.admit(List.of(narrow), finder, START + 60_000))
                .as("the refused ones are not counted in the first budget")
                .isInstanceOf(Admission.Passed.class);
    }

    @Test
    void noBudgetThenSaysSo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SlidingWindow.admit(List.of(), budget -> new SlidingWindow(budget.rate()), START))
                .withMessage("a request is counted in at least one budget");
    }

    @ParameterizedTest
    @ValueSource(strings = {"256/d", "999999999/d"})
    void manyThenTheMemoryOfOneBudgetIsBounded(String text) throws IllegalAccessException {
        Passes passes = Passes.none(Rate.parse(text));
        for (int pass = 0; pass < 100_000; pass++) {
            passes.add(START + pass, 1);
        }

        assertThat(numbersIn(passes)).isBetween(256, 257);
    }

    /** How many numbers its arrays have. */
    private static int numbersIn(Passes passes) throws IllegalAccessException {
        int numbers = 0;
        for (Field field : passes.getClass().getDeclaredFields()) {
            if (field.getType().isArray()) {
                field.setAccessible(true);
                numbers += Array.getLength(field.get(passes));
            }
        }
        return numbers;
    }
}
