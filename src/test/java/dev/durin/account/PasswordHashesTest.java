package dev.durin.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durin.config.TestSettings;
import dev.durin.store.StoreUnavailableException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashesTest {

    private static final String DJANGO =
            "pbkdf2_sha256$1000$aSaltOfDjango$NvYdhsMXv1W6H+8eYZtBMUlbQwcIMLc366lg74t/sRE=";

    private final JdkPbkdf2 pbkdf2 = new JdkPbkdf2();
    private final PasswordHashes hashes = hashes(1);

    private PasswordHashes hashes(int atOnce) {
        return new PasswordHashes(
                pbkdf2,
                TestSettings.of(Map.of(
                        "durin.accounts.password-iterations",
                        "10000",
                        "durin.accounts.parallel-hashes",
                        String.valueOf(atOnce))),
                Duration.ofMinutes(10));
    }

    private boolean isRight(String password, String encoded) {
        return hashes.isRight(password.toCharArray(), encoded);
    }

    @Test
    void makeThenOfTodaysParametersAndAnotherEachTime() {
        String one = hashes.make("correct horse");
        String two = hashes.make("correct horse");

        assertThat(EncodedHash.parse(one)).contains(new EncodedHash("PBKDF2WithHmacSHA256", 10_000, 32, 32));
        assertThat(one).isNotEqualTo(two).doesNotContain("correct horse");
        assertThat(hashes.isOutdated(one)).isFalse();
        assertThat(isRight("correct horse", one)).isTrue();
        assertThat(isRight("correct horsf", one)).isFalse();
    }

    @Test
    void passwordOfManyCharactersThenEachCounts() { // B6.57
        String encoded = hashes.make("x".repeat(128));

        assertThat(isRight("x".repeat(128), encoded)).isTrue();
        assertThat(isRight("x".repeat(127), encoded)).isFalse();
        assertThat(isRight(" " + "x".repeat(128), encoded)).isFalse();
    }

    @Test
    void hashOfDjangosThenItsPasswordIsRightAndItIsOutdated() {
        String encoded = DjangoHash.encoded(DJANGO);

        assertThat(isRight("correct horse", encoded)).isTrue();
        assertThat(isRight("correct horsf", encoded)).isFalse();
        assertThat(hashes.isOutdated(encoded)).isTrue();
    }

    /** Whatever there is to be checked against, the same number of iterations. B6.53 */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "!",
                "no hash at all",
                "PBKDF2WithHmacSHA256:10000::",
                "PBKDF2WithHmacSHA256:0:AAAA:AAAA",
                "PBKDF2WithHmacSHA256:10000:A:A",
                "PBKDF2WithHmacMD5:10000:AAAA:AAAA",
                "PBKDF2WithHmacSHA256:1000:c2FsdA==:MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTI=",
            })
    void hashThatIsOldOrNoneThenTodaysIterationsAllTheSame(String encoded) {
        assertThat(isRight("a password", encoded)).isFalse();

        assertThat(hashes.computedIterations()).isEqualTo(10_000);
        assertThat(pbkdf2.verified.stream().mapToInt(Integer::parseInt).sum()).isEqualTo(10_000);
    }

    /** B6.51 */
    @ParameterizedTest
    @ValueSource(ints = {0, 10_000})
    void passwordThatIsEmptyOrLongThenTodaysIterations(int length) {
        assertThat(isRight("x".repeat(length), hashes.nobodys())).isFalse();

        assertThat(hashes.computedIterations()).isEqualTo(10_000);
    }

    @Test
    void rightPasswordOfAnOldHashThenTheTimeOfAWrongOne() {
        isRight("correct horse", DjangoHash.encoded(DJANGO));

        assertThat(hashes.computedIterations()).isEqualTo(10_000);
    }

    @Test
    void manyAtOnceThenNoMoreThanAllowed() throws Exception { // B6.59
        PasswordHashes two = hashes(2);
        pbkdf2.held = new CountDownLatch(1);
        pbkdf2.reached = new CountDownLatch(2);
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            var checks = Stream.generate(() -> threads.submit(() -> two.isRight("x".toCharArray(), two.nobodys())))
                    .limit(6)
                    .toList();
            assertThat(pbkdf2.reached.await(1, TimeUnit.MINUTES)).isTrue();
            assertThat(two.computedIterations()).isEqualTo(20_000);

            pbkdf2.held.countDown();
            for (Future<Boolean> check : checks) {
                assertThat(check.get()).isFalse();
            }
            assertThat(two.computedIterations()).isEqualTo(60_000);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Whoever waits holds one of the server's threads. B6.59 */
    @Test
    void twelveAreWaitingForEachPlaceThenTheNextIsRefusedAtOnce() throws Exception {
        PasswordHashes two = hashes(2);
        pbkdf2.held = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(40);
        CompletionService<Boolean> checks = new ExecutorCompletionService<>(threads);
        try {
            for (int check = 0; check < 40; check++) {
                checks.submit(() -> isRefused(() -> two.isRight("x".toCharArray(), two.nobodys())));
            }
            // While none of the others can come to an end.
            for (int refused = 0; refused < 40 - 26; refused++) {
                Future<Boolean> ended = checks.poll(1, TimeUnit.MINUTES);
                assertThat(ended).as("refused at once").isNotNull();
                assertThat(ended.get()).isTrue();
            }
            pbkdf2.held.countDown();
            for (int checked = 0; checked < 26; checked++) {
                assertThat(checks.take().get()).isFalse();
            }
            assertThat(isRefused(() -> two.make("x"))).isFalse();
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean isRefused(Runnable work) {
        try {
            work.run();
            return false;
        } catch (TooManyPasswordsException e) {
            return true;
        }
    }

    @Test
    void interruptedWhileWaitingThenCouldNotBeChecked() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> hashes.make("x")).isInstanceOf(StoreUnavailableException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
