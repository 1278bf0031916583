package dev.durin.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durin.config.TestSettings;
import dev.durin.store.Revocation;
import dev.durin.usage.Selector;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is kept is trusted for as long as it is heard what other nodes end: ten seconds, by default. B3.25 */
class TokenCacheTrustTest {

    private static final Selector KEY = Selector.in(TestTokens.SELECTOR, 0);

    private volatile Instant now = TestTokens.CREATED;
    private final TokenCache cache =
            new TokenCache(TestSettings.of(Map.of("durin.token.cache-timeout", "60s")), () -> now);

    private void load() {
        cache.load(KEY, TokenCacheTrustTest::valid);
    }

    private static Verification valid(long began) {
        return new Verification.Valid(TestTokens.verified(TestTokens.stored("alice", "web"), began, "user"));
    }

    private void confirm(Revocation... revocations) {
        cache.confirm(now, List.of(revocations));
    }

    private boolean isKnown() {
        return cache.find(KEY, now).isPresent();
    }

    private void pass(Duration duration) {
        now = now.plus(duration);
    }

    @Test
    void confirmWhenItComesRegularlyThenKnownUntilTheTimeout() {
        confirm();
        load();

        for (int second = 0; second < 60; second++) {
            assertThat(isKnown()).as("second %s", second).isTrue();
            pass(Duration.ofSeconds(1));
            confirm();
        }

        assertThat(isKnown()).isFalse();
    }

    @Test
    void findWhenNeverConfirmedThenUnknownAfterTheOutageTimeout() {
        load();

        pass(Duration.ofSeconds(10).minusMillis(1));
        assertThat(isKnown()).isTrue();
        pass(Duration.ofMillis(1));
        assertThat(isKnown()).isFalse();
    }

    @Test
    void findWhenNoLongerConfirmedThenUnknownAfterTheOutageTimeout() {
        confirm();
        load();
        pass(Duration.ofSeconds(9));
        confirm();

        pass(Duration.ofSeconds(10).minusMillis(1));
        assertThat(isKnown()).isTrue();
        pass(Duration.ofMillis(1));
        assertThat(isKnown()).isFalse();
    }

    @Test
    void loadWhenNoLongerConfirmedThenKnownForTheOutageTimeoutAlone() {
        confirm();
        pass(Duration.ofMinutes(5));
        load();

        pass(Duration.ofSeconds(10).minusMillis(1));
        assertThat(isKnown()).isTrue();
        pass(Duration.ofMillis(1));
        assertThat(isKnown()).isFalse();
    }

    @Test
    void confirmWhenItComesTooLateThenWhatHadLapsedStaysUnknown() {
        confirm();
        load();
        pass(Duration.ofSeconds(10));
        assertThat(isKnown()).isFalse();

        confirm();

        assertThat(isKnown()).isFalse();
        load();
        assertThat(isKnown()).isTrue();
    }

    @Test
    void confirmWhenItIsTheFirstThenWhatHadLapsedStaysUnknown() {
        load();
        pass(Duration.ofSeconds(10));

        confirm();

        assertThat(isKnown()).isFalse();
    }

    @Test
    void confirmWhenTheClockWasSetBackThenNothingIsKnown() {
        confirm();
        pass(Duration.ofSeconds(-5));
        load();

        confirm();

        assertThat(isKnown()).isFalse();
    }

    @Test
    void confirmWhenItComesTooLateThenNoLoadThatBeganBeforeIsKept() {
        confirm();
        cache.load(KEY, began -> {
            pass(Duration.ofSeconds(10));
            confirm();
            return valid(began);
        });

        pass(Duration.ofSeconds(-5));
        assertThat(isKnown()).isFalse();
    }

    @Test
    void confirmWhenToldThenForgottenOnce() {
        confirm();
        load();
        confirm(Revocation.ofCaller("alice"));
        assertThat(isKnown()).isFalse();

        load();
        confirm();

        assertThat(isKnown()).isTrue();
    }
}
