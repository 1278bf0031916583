package dev.durin.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durin.config.TestSettings;
import dev.durin.event.AccountChanged;
import dev.durin.event.CallerRegistered;
import dev.durin.event.ExpirySource;
import dev.durin.event.LoggedOut;
import dev.durin.event.LoginFailed;
import dev.durin.event.LoginSucceeded;
import dev.durin.event.MailConfirmed;
import dev.durin.event.OperatorActed;
import dev.durin.event.RateLimited;
import dev.durin.event.RevocationReason;
import dev.durin.event.ScopedTokenIssued;
import dev.durin.event.ScopedTokenRevoked;
import dev.durin.event.TokenExpired;
import dev.durin.event.TokenIssued;
import dev.durin.event.TokenRenewed;
import dev.durin.event.TokenRevoked;
import dev.durin.rate.Rate;
import dev.durin.spi.Expiry;
import dev.durin.usage.HourlyCounts;
import dev.durin.usage.HourlyRefusals;
import dev.durin.usage.RefusalKind;
import dev.durin.usage.TestCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EventTailTest {

    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

    private final HourlyCounts counts = counts("true");
    private final EventTail tail = tail("true", counts);

    private static HourlyCounts counts(String enabled) {
        return TestCounts.of(TestSettings.of(Map.of("durin.admin.enabled", enabled)), () -> NOON);
    }

    private static EventTail tail(String enabled, HourlyCounts counts) {
        return new EventTail(TestSettings.of(Map.of("durin.admin.enabled", enabled)), counts, () -> NOON);
    }

    static Stream<Arguments> facts() {
        return Stream.of(
                Arguments.of(
                        new TokenIssued("bob", "web", 7, Expiry.at(NOON)),
                        "TOKEN_ISSUED bob web 7  A token was issued, good until 2026-11-29T12:00:00Z. "),
                Arguments.of(
                        new TokenRenewed("bob", "web", 7, Expiry.NEVER),
                        "TOKEN_RENEWED bob web 7  A token was renewed, good for ever. "),
                Arguments.of(
                        new TokenExpired("bob", "web", 7, ExpirySource.PURGE),
                        "TOKEN_EXPIRED bob web 7  An expired token was removed, noticed by: purge. "),
                Arguments.of(
                        new TokenRevoked("bob", "web", 7, RevocationReason.LOGOUT_ALL),
                        "TOKEN_REVOKED bob web 7  A token was ended: logout-all. "),
                Arguments.of(
                        new LoginSucceeded("bob", "web", 7, "192.0.2.1"),
                        "LOGIN_SUCCEEDED bob web 7  Logged in. 192.0.2.1"),
                Arguments.of(
                        new LoginFailed("secret", "web", LoginFailed.Reason.LOCKED, "192.0.2.1"),
                        "LOGIN_FAILED  web 0  A login was refused: locked. The name begins with \"se\". 192.0.2.1"),
                Arguments.of(
                        new LoginFailed("bob", "web", LoginFailed.Reason.INACTIVE, ""),
                        "LOGIN_FAILED bob web 0  A login was refused: inactive. "),
                Arguments.of(new LoggedOut("bob", "web", true), "LOGGED_OUT bob web 0  Logged out everywhere. "),
                Arguments.of(
                        new RateLimited(
                                RateLimited.Kind.BAD_TOKENS,
                                "",
                                "",
                                "192.0.2.1",
                                Rate.parse("300/m"),
                                Duration.ofSeconds(12)),
                        "RATE_LIMITED   0  Too many bad tokens, 300/m may pass; again in 12 s. 192.0.2.1"),
                Arguments.of(
                        new OperatorActed("root", OperatorActed.Action.CLIENT_DELETED, "web", "", 3),
                        "OPERATOR_ACTED   0 root client-deleted: web. (tokens: 3) "),
                Arguments.of(
                        new AccountChanged("bob", AccountChanged.What.PASSWORD),
                        "ACCOUNT_CHANGED bob  0  The account was changed: password. "),
                Arguments.of(new CallerRegistered("bob", 1), "CALLER_REGISTERED bob  0  An account was registered. "),
                Arguments.of(new MailConfirmed("bob", 1), "MAIL_CONFIRMED bob  0  A mail address was confirmed. "),
                Arguments.of(
                        new ScopedTokenIssued("bob", "abc", "print shop", NOON),
                        "SCOPED_TOKEN_ISSUED bob  0  The scoped token abc was made, good until 2026-11-29T12:00:00Z, for"
                                + " print shop. "),
                Arguments.of(
                        new ScopedTokenRevoked("abc"), "SCOPED_TOKEN_REVOKED   0  The scoped token abc was ended. "));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void happenedThenToldInWords(Object fact, String words) {
        tail.happened(fact);

        Happening told = tail.after(0, all -> true, 10).get(0);
        assertThat(String.join(
                        " ",
                        told.kind().name(),
                        told.caller(),
                        told.client(),
                        String.valueOf(told.tokenId()),
                        told.operator(),
                        told.detail(),
                        told.address()))
                .isEqualTo(words);
        assertThat(told.sequence()).isEqualTo(1);
        assertThat(told.time()).isEqualTo(NOON);
    }

    @Test
    void happenedWhenNobodyNeedsToKnowThenNotTold() {
        tail.happened("something else");

        assertThat(tail.after(0, all -> true, 10)).isEmpty();
    }

    @Test
    void happenedWhenThereAreNoOperatorsThenNotKept() {
        EventTail off = tail("false", counts);

        off.happened(new LoggedOut("bob", "web", false));

        assertThat(off.after(0, all -> true, 10)).isEmpty();
    }

    @Test
    void happenedWhenARefusalThenCounted() {
        tail.happened(new LoginFailed("bob", "web", LoginFailed.Reason.CREDENTIALS, ""));
        tail.happened(
                new RateLimited(RateLimited.Kind.REQUESTS, "bob", "web", "", Rate.parse("1/m"), Duration.ofSeconds(1)));

        assertThat(counts.refusals())
                .containsExactly(
                        new HourlyRefusals(NOON, RefusalKind.RATE_LIMITED, 1),
                        new HourlyRefusals(NOON, RefusalKind.LOGIN_FAILED, 1));
    }

    @Test
    void happenedWhenThereIsNoRoomThenTheOldestAreGone() {
        LongStream.rangeClosed(1, EventTail.MOST + 1L)
                .forEach(id -> tail.happened(new TokenRevoked("bob", "web", id, RevocationReason.LOGOUT)));

        List<Happening> kept = tail.after(0, all -> true, Integer.MAX_VALUE);
        assertThat(kept).hasSize(EventTail.MOST);
        assertThat(kept.get(0).tokenId()).isEqualTo(EventTail.MOST + 1L);
        assertThat(kept.get(EventTail.MOST - 1).tokenId()).isEqualTo(2);
    }

    @Test
    void afterWhenSomeAreKnownThenTheOthersTheNewestFirst() {
        LongStream.rangeClosed(1, 5)
                .forEach(id -> tail.happened(new TokenRevoked("bob", "web", id, RevocationReason.LOGOUT)));

        assertThat(tail.after(2, told -> told.tokenId() != 4, 10))
                .extracting(Happening::sequence)
                .containsExactly(5L, 3L);
    }

    /** The next question goes on behind what was answered. */
    @Test
    void afterWhenThereAreMoreThanWantedThenTheOldestOfThem() {
        LongStream.rangeClosed(1, 5)
                .forEach(id -> tail.happened(new TokenRevoked("bob", "web", id, RevocationReason.LOGOUT)));

        assertThat(tail.after(1, all -> true, 2))
                .extracting(Happening::sequence)
                .containsExactly(3L, 2L);
    }

    @Test
    void beforeWhenThereAreMoreThanWantedThenTheNewestOfThem() {
        LongStream.rangeClosed(1, 5)
                .forEach(id -> tail.happened(new TokenRevoked("bob", "web", id, RevocationReason.LOGOUT)));

        assertThat(tail.before(5, all -> true, 2))
                .extracting(Happening::sequence)
                .containsExactly(4L, 3L);
    }

    /** Anybody can fail to log in a thousand times, to hide what was done before. */
    @Test
    void happenedWhenThereIsMuchOfAnotherKindThenKept() {
        tail.happened(new OperatorActed("root", OperatorActed.Action.CLIENT_DELETED, "web", "", 3));
        LongStream.rangeClosed(0, EventTail.MOST)
                .forEach(
                        n -> tail.happened(new LoginFailed("bob", "web", LoginFailed.Reason.CREDENTIALS, "192.0.2.1")));

        assertThat(tail.before(Long.MAX_VALUE, told -> told.kind() == EventKind.OPERATOR_ACTED, 10))
                .hasSize(1);
    }

    @Test
    void happenedWhenManyAtOnceThenEachHasANumberOfItsOwn() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        for (int thread = 0; thread < 4; thread++) {
            threads.execute(() ->
                    LongStream.rangeClosed(1, 500).forEach(id -> tail.happened(new LoggedOut("bob", "web", false))));
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();

        assertThat(tail.after(0, all -> true, Integer.MAX_VALUE))
                .extracting(Happening::sequence)
                .containsExactlyElementsOf(LongStream.rangeClosed(1_001, 2_000)
                        .map(number -> 3_001 - number)
                        .boxed()
                        .toList());
    }
}
