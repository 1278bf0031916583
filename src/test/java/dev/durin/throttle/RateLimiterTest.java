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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
                null,
                fact -> {});
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
    void mailThenCountedForItsAccountAndItsRecipient() {
        RateLimiter limiter =
                limiter(Map.of("durin.accounts.mail-rate", "2/h", "durin.accounts.recipient-rate", "3/d"));

        assertThat(limiter.mail("reset", "alice", 7, "alice@example.com")).isTrue();

        assertThat(counted)
                .containsExactly(
                        new Budget("MAILS reset 7", Rate.parse("2/h")),
                        new Budget("MAILS reset to " + CountedAddress.of("alice@example.com"), Rate.parse("3/d")));
        assertThat(counted.toString()).doesNotContain("alice");
        counted.clear();
        assertThat(limiter.mailOf("reset", "alice", 7)).containsInstanceOf(Admission.Passed.class);
        limiter.mailTo("reset", "alice", "alice@example.com");
        assertThat(counted).extracting(Budget::rate).containsExactly(Rate.parse("2/h"), Rate.parse("3/d"));
    }

    @Test
    void mailWhenUnlimitedThenNotCounted() {
        RateLimiter limiter =
                limiter(Map.of("durin.accounts.mail-rate", "unlimited", "durin.accounts.recipient-rate", "unlimited"));

        assertThat(limiter.mail("reset", "alice", 8, "alice@example.com")).isTrue();
        assertThat(counted).isEmpty();
    }

    /** Whoever wants to fill a mailbox knows how to write its address in many ways. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "dora@example.com",
                "DORA@Example.COM",
                "dora+1@example.com",
                "dora++x+y@example.com",
                "dora@example.com.",
                "dora@exam\u200bple.com",
                "dora@example\u3002com"
            })
    void addressWhenItIsTheSameMailboxThenCountedTogether(String address) {
        assertThat(CountedAddress.of(address)).isEqualTo(CountedAddress.of("dora@example.com"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dor@example.com",
                "dora@example.org",
                "do.ra@example.com",
                "@example.com",
                "dora",
                "dora@",
                "+49170@example.com"
            })
    void addressWhenItIsAnotherMailboxThenCountedApart(String address) {
        assertThat(CountedAddress.of(address)).isNotEqualTo(CountedAddress.of("dora@example.com"));
    }

    /** A gateway to telephones has such ones. */
    @Test
    void addressWhenItBeginsWithAPlusThenCountedByAllOfIt() {
        assertThat(CountedAddress.of("+491@sms.example")).isNotEqualTo(CountedAddress.of("+492@sms.example"));
    }

    @Test
    void addressWhenItsDomainIsWrittenInAsciiThenCountedTogether() {
        assertThat(CountedAddress.of("dora@ex\u00e4mple.de")).isEqualTo(CountedAddress.of("dora@xn--exmple-cua.de"));
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
