package dev.durin.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durin.config.TestSettings;
import dev.durin.rate.Admission;
import dev.durin.rate.Budget;
import dev.durin.rate.Rate;
import dev.durin.token.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Under which names requests are counted. */
class RateLimiterTest {

    private final List<Budget> counted = new ArrayList<>();

    /** Nothing is refused, so nothing is announced. */
    @SuppressWarnings("NullAway")
    private RateLimiter limiter(Map<String, String> settings) {
        return new RateLimiter(
                TestSettings.of(settings),
                (budgets, now) -> {
                    counted.addAll(budgets);
                    return new Admission.Passed(budgets.get(0), 1, Duration.ofSeconds(1));
                },
                () -> Instant.EPOCH,
                null);
    }

    @Test
    void requestWhenTheCallersNameLooksLikeALimitThenAnotherBudget() {
        RateLimiter limiter = limiter(Map.of("durin.throttle.rate", "10/m"));
        Limit limit = new Limit("com.example.Reports", Rate.parse("2/m"));

        limiter.request(Requester.of(TestTokens.verified("alice", "web", "user")), List.of(limit), () -> "");
        limiter.request(
                Requester.of(TestTokens.verified("alice com.example.Reports", "web", "user")), List.of(), () -> "");
        limiter.request(
                Requester.of(TestTokens.verified("com.example.Reports alice", "web", "user")), List.of(), () -> "");

        assertThat(counted).extracting(Budget::name).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void ofAddressWhenItIsNoneThenOneBudgetForAllSuch() {
        RateLimiter limiter = limiter(Map.of("durin.trusted-proxies", "none"));

        limiter.login(() -> "x".repeat(10_000));
        limiter.login(() -> "unix:/run/socket");
        limiter.badToken(() -> "2001:db8::1");

        assertThat(counted)
                .extracting(Budget::name)
                .containsExactly("LOGINS unknown", "LOGINS unknown", "BAD_TOKENS 2001:db8:0:0:0:0:0:0/64");
    }

    @Test
    void mailThenCountedForItsAccountAlone() {
        RateLimiter limiter = limiter(Map.of("durin.accounts.mail-rate", "2/h"));

        assertThat(limiter.mail("reset", "alice", 7)).isTrue();
        assertThat(counted).containsExactly(new Budget("MAILS reset 7", Rate.parse("2/h")));
        assertThat(limiter(Map.of("durin.accounts.mail-rate", "unlimited")).mail("reset", "alice", 8))
                .isTrue();
        assertThat(counted).hasSize(1);
    }

    @Test
    void registrationThenCountedForItsAddress() {
        RateLimiter limiter = limiter(Map.of("durin.trusted-proxies", "none", "durin.registration.rate", "3/m"));

        limiter.registration(() -> "192.0.2.7");

        assertThat(counted).containsExactly(new Budget("REGISTRATIONS 192.0.2.7", Rate.parse("3/m")));
    }

    @Test
    void ofAddressWhenNobodyHasSaidWhoseAddressesThenNotEvenLookedAt() {
        RateLimiter limiter = limiter(Map.of());

        assertThat(limiter.login(() -> {
                    throw new AssertionError("asked for");
                }))
                .isEmpty();
        assertThat(counted).isEmpty();
    }
}
