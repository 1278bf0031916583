package dev.durin.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durin.config.TestSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** B6.54, B6.55 */
class FailedLoginsTest {

    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final FailedLogins logins = logins(Map.of());

    private FailedLogins logins(Map<String, String> changes) {
        return logins(changes, Duration.ofMillis(10));
    }

    private FailedLogins logins(Map<String, String> changes, Duration patience) {
        Map<String, String> settings = new HashMap<>(Map.of("durin.trusted-proxies", "none"));
        settings.putAll(changes);
        return new FailedLogins(TestSettings.of(settings), () -> now, patience);
    }

    /** Whether it was checked at all. */
    private boolean fail(String name, String address) {
        try (FailedLogins.Attempt attempt = logins.begin(name, address)) {
            attempt.failed();
            return !attempt.isLocked();
        }
    }

    private boolean succeed(String name, String address) {
        try (FailedLogins.Attempt attempt = logins.begin(name, address)) {
            if (!attempt.isLocked()) {
                attempt.succeeded();
            }
            return !attempt.isLocked();
        }
    }

    private void failTimes(int times, String name) {
        for (int time = 0; time < times; time++) {
            assertThat(fail(name, "192.0.2." + time)).as("%d", time).isTrue();
        }
    }

    /** How long it is from now until one is checked, to the second. */
    private Duration waitOf(String name) {
        Instant began = now;
        while (logins.begin(name, "192.0.2.99").isLocked()) {
            now = now.plusSeconds(1);
        }
        return Duration.between(began, now);
    }

    @Test
    void failuresThenEachWaitIsTwiceAsLongUpToTheLongest() {
        failTimes(5, "alice");

        List<Long> waits = new ArrayList<>();
        for (int failure = 5; failure < 18; failure++) {
            long seconds = 0;
            while (!fail("alice", "192.0.2.1")) {
                now = now.plusSeconds(1);
                seconds++;
            }
            waits.add(seconds);
        }

        assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 512L, 900L, 900L, 900L);
    }

    @Test
    void refusedOnesThenTheWaitDoesNotGrow() {
        failTimes(5, "alice");

        for (int again = 0; again < 100; again++) {
            assertThat(fail("alice", "192.0.2.1")).isFalse();
        }

        assertThat(waitOf("alice")).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void lockedNameThenOthersAreNot() {
        failTimes(5, "alice");

        assertThat(succeed("bob", "192.0.2.1")).isTrue();
    }

    /** What databases and directories take for one name: by capitals, accents, strokes, spaces, and what is not seen. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALICE",
                " alice ",
                "\uff21lice",
                "\u00e1lice",
                "al\u00edce",
                "ali\u0301ce",
                "al\u0131ce",
                "a\u0142ice",
                "ali ce",
                "ali\u00adce",
                "ali\u200bce",
            })
    void otherSpellingOfALockedNameThenLocked(String spelling) {
        failTimes(5, "alice");

        assertThat(succeed(spelling, "192.0.2.1")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "stra\u00dfe,STRASSE",
        "\u03c3\u03af\u03c3\u03c5\u03c6\u03bf\u03c2,\u03a3\u0399\u03a3\u03a5\u03a6\u039f\u03a3"
    })
    void otherSpellingByCapitalsOfALockedNameThenLocked(String name, String spelling) {
        failTimes(5, name);

        assertThat(succeed(spelling, "192.0.2.1")).isFalse();
    }

    /** Some characters become eighteen when they are taken apart, and a name may be a password in the wrong field. */
    @ParameterizedTest
    @ValueSource(strings = {"alice", "", "\ufdfa"})
    void nameWhateverItIsThenWhatIsKeptOfItIsShortAndDoesNotTellIt(String character) {
        assertThat(CountedName.of(character.repeat(255)))
                .hasSize(44)
                .isNotEqualTo(CountedName.of("bob"))
                .doesNotContain("alice");
    }

    @Test
    void successThenTheFailuresAreForgotten() {
        failTimes(4, "alice");
        assertThat(succeed("alice", "192.0.2.1")).isTrue();

        failTimes(5, "alice");

        assertThat(succeed("alice", "192.0.2.1")).isFalse();
    }

    @Test
    void quarterOfAnHourWithoutAFailureThenForgotten() {
        failTimes(4, "alice");
        now = now.plus(Duration.ofMinutes(15)).minusMillis(1);
        failTimes(1, "alice");
        assertThat(succeed("alice", "192.0.2.1")).isFalse();
        now = now.plus(Duration.ofMinutes(15)).plusSeconds(1);

        failTimes(4, "alice");

        assertThat(succeed("alice", "192.0.2.1")).isTrue();
    }

    @Test
    void notFoundOutThenNotCounted() {
        for (int outage = 0; outage < 20; outage++) {
            logins.begin("alice", "192.0.2.1").close();
        }

        assertThat(succeed("alice", "192.0.2.1")).isTrue();
    }

    @Test
    void manyAtOnceThenNoMoreThanTheLimitAreChecked() throws Exception {
        CyclicBarrier start = new CyclicBarrier(100);
        CyclicBarrier begun = new CyclicBarrier(100);
        ExecutorService threads = Executors.newFixedThreadPool(100);
        try {
            List<Callable<Boolean>> calls = new ArrayList<>();
            for (int call = 0; call < 100; call++) {
                calls.add(() -> {
                    start.await();
                    try (FailedLogins.Attempt attempt = logins.begin("alice", "192.0.2.1")) {
                        begun.await();
                        attempt.failed();
                        return attempt.isLocked();
                    }
                });
            }
            List<Boolean> locked = new ArrayList<>();
            for (Future<Boolean> answer : threads.invokeAll(calls)) {
                locked.add(answer.get());
            }

            assertThat(locked).filteredOn(one -> !one).hasSize(5);
        } finally {
            threads.shutdownNow();
        }
        assertThat(waitOf("alice")).isEqualTo(Duration.ofSeconds(1));
    }

    /** A hash may take longer than the first wait. */
    @Test
    void oneIsBeingCheckedBeyondTheLimitThenNoOther() {
        failTimes(5, "alice");
        now = now.plusSeconds(1);
        FailedLogins.Attempt slow = logins.begin("alice", "192.0.2.1");
        now = now.plusSeconds(60);

        assertThat(slow.isLocked()).isFalse();
        assertThat(succeed("alice", "192.0.2.1")).isFalse();
        slow.failed();
        assertThat(waitOf("alice")).isEqualTo(Duration.ofSeconds(2));
    }

    /** One caller in several places, or a script: a good password must not fail because it is used twice. */
    @RepeatedTest(5)
    void manyRightOnesAtOnceThenNoneIsLocked() throws Exception {
        CyclicBarrier start = new CyclicBarrier(50);
        CyclicBarrier begun = new CyclicBarrier(50);
        FailedLogins patient = logins(Map.of(), Duration.ofMinutes(1));
        ExecutorService threads = Executors.newFixedThreadPool(50);
        try {
            List<Callable<Boolean>> calls = new ArrayList<>();
            for (int call = 0; call < 50; call++) {
                calls.add(() -> {
                    start.await();
                    try (FailedLogins.Attempt attempt = patient.begin("alice", "192.0.2.1")) {
                        begun.await();
                        boolean locked = attempt.isLocked();
                        attempt.succeeded();
                        return locked;
                    }
                });
            }
            for (Future<Boolean> locked : threads.invokeAll(calls)) {
                assertThat(locked.get()).isFalse();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void notSureToBeCheckedThenSaidSo() {
        List<FailedLogins.Attempt> attempts = new ArrayList<>();
        for (int attempt = 0; attempt < 5; attempt++) {
            attempts.add(logins.begin("alice", "192.0.2.1"));
        }
        FailedLogins.Attempt sixth = logins.begin("alice", "192.0.2.1");

        assertThat(attempts).allMatch(FailedLogins.Attempt::isAdmitted);
        assertThat(sixth.isAdmitted()).isFalse();
        attempts.forEach(FailedLogins.Attempt::failed);
        assertThat(sixth.isLocked()).isTrue();
    }

    @Test
    void manyNamesFromOneAddressThenTheAddressIsLockedAfterTenTimesAsMany() {
        for (int name = 0; name < 50; name++) {
            assertThat(fail("name" + name, "192.0.2.1")).isTrue();
        }

        assertThat(succeed("alice", "192.0.2.1")).isFalse();
        assertThat(succeed("alice", "192.0.2.2")).isTrue();
    }

    /** Each of them fails every five minutes until it has to wait, and then whenever it need not. */
    @Test
    void devicesWithOldPasswordsBehindOneAddressThenTheOthersGetInAllDay() {
        int locked = 0;
        for (int minute = 0; minute < 24 * 60; minute++) {
            for (int device = 0; device < 5; device++) {
                if (minute % 5 == device) {
                    fail("device" + device, "192.0.2.1");
                }
            }
            now = now.plusSeconds(30);
            locked += succeed("alice", "192.0.2.1") ? 0 : 1;
            now = now.plusSeconds(30);
        }

        assertThat(locked).isZero();
    }

    @Test
    void addressThatHasFailedThenOneFailureAMinuteIsForgotten() {
        for (int name = 0; name < 49; name++) {
            fail("name" + name, "192.0.2.1");
        }
        now = now.plusSeconds(10 * 60);

        for (int name = 0; name < 11; name++) {
            assertThat(fail("other" + name, "192.0.2.1")).as("%d", name).isTrue();
        }
        assertThat(succeed("alice", "192.0.2.1")).isFalse();
    }

    /** Else one good password would be good for any number of guesses. */
    @Test
    void ownSuccessesBetweenGuessesThenTheAddressIsLockedAllTheSame() {
        int guesses = 0;
        while (fail("name" + guesses, "192.0.2.1") && guesses < 1000) {
            guesses++;
            succeed("mallory", "192.0.2.1");
        }

        assertThat(guesses).isEqualTo(50);
    }

    /** Whoever has registered a name that looks like another one must not guess at that for ever. */
    @ParameterizedTest
    @ValueSource(strings = {"Alice", "alic\u00e9", "ali\u200bce"})
    void ownSuccessesUnderALookAlikeNameThenTheOtherIsLockedAllTheSame(String lookAlike) {
        int guesses = 0;
        while (fail("alice", "192.0.2.1") && guesses < 100) {
            guesses++;
            succeed(lookAlike, "192.0.2.1");
        }

        assertThat(guesses).isEqualTo(5);
    }

    @Test
    void mistypedAndThenRightThenNotCountedForTheAddress() {
        for (int name = 0; name < 200; name++) {
            assertThat(fail("name" + name, "192.0.2.1")).isTrue();
            assertThat(succeed("name" + name, "192.0.2.1")).isTrue();
        }
    }

    @Test
    void proxiesNotKnownThenNoAddressIsCounted() {
        FailedLogins unknown = logins(Map.of("durin.trusted-proxies", ""));
        for (int name = 0; name < 60; name++) {
            unknown.begin("name" + name, "192.0.2.1").failed();
        }

        assertThat(unknown.begin("alice", "192.0.2.1").isLocked()).isFalse();
    }

    @Test
    void switchedOffThenNobodyWaits() {
        FailedLogins off = logins(Map.of("durin.throttle.failed-logins", "0"));
        for (int failure = 0; failure < 100; failure++) {
            off.begin("alice", "192.0.2.1").failed();
        }

        assertThat(off.begin("alice", "192.0.2.1").isLocked()).isFalse();
    }

    @Test
    void clockSetBackThenNobodyWaitsForIt() {
        failTimes(5, "alice");
        now = now.minus(Duration.ofDays(1));

        assertThat(succeed("alice", "192.0.2.1")).isTrue();
    }

    @Test
    void clockSetBackWhileANameHadToWaitThenGuessesGoOnBeingCounted() {
        failTimes(5, "alice");
        now = now.minus(Duration.ofDays(1));
        failTimes(1, "alice");

        assertThat(succeed("alice", "192.0.2.1")).isFalse();
        assertThat(waitOf("alice")).isEqualTo(Duration.ofSeconds(2));
    }
}
