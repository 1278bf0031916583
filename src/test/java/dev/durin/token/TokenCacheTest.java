package dev.durin.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Cache;
import dev.durin.config.TestSettings;
import dev.durin.store.Revocation;
import dev.durin.usage.Selector;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TokenCacheTest {

    private static final Selector KEY = Selector.in(TestTokens.SELECTOR, 0);
    private static final String SELECTOR = TestTokens.SELECTOR;
    private static final int INTERLEAVINGS = 10_000;

    private volatile Instant now = TestTokens.CREATED;
    private final TokenCache cache = cache(Map.of());

    /** Of a single node, so that nothing but its own bounds ends what it knows. */
    private TokenCache cache(Map<String, String> changes) {
        Map<String, String> settings = new HashMap<>(Map.of("durin.feed.interval", "0"));
        settings.putAll(changes);
        TokenCache made = new TokenCache(TestSettings.of(settings), () -> now);
        made.confirm(now, List.of());
        return made;
    }

    private static Verification.Valid valid(long began) {
        return new Verification.Valid(TestTokens.verified(TestTokens.stored("alice", "web"), began, "user"));
    }

    private boolean isKnown() {
        return cache.find(KEY, now).isPresent();
    }

    private void pass(Duration duration) {
        now = now.plus(duration);
    }

    /** Every way to say that what is known of the token holds no more. */
    static Stream<Arguments> forgettings() {
        Consumer<TokenCache> token = cache -> cache.forget(SELECTOR);
        Consumer<TokenCache> caller = cache -> cache.forgetCaller("alice");
        Consumer<TokenCache> client = cache -> cache.forgetClient(TestTokens.CLIENT_ID);
        return Stream.of(
                Arguments.of("token", token),
                Arguments.of("caller", caller),
                Arguments.of("client", client),
                Arguments.of("token, by another node", byAnotherNode(Revocation.ofToken(SELECTOR))),
                Arguments.of("caller, by another node", byAnotherNode(Revocation.ofCaller("alice"))),
                Arguments.of("client, by another node", byAnotherNode(Revocation.ofClient(TestTokens.CLIENT_ID))),
                Arguments.of("all, by another node", byAnotherNode(new Revocation(Revocation.Kind.UNKNOWN, "?"))));
    }

    private static Consumer<TokenCache> byAnotherNode(Revocation revocation) {
        return cache -> cache.confirm(TestTokens.CREATED, List.of(revocation));
    }

    @Test
    void loadWhenGoodThenKnownUntilTheTimeout() {
        Verification.Valid read = valid(now.toEpochMilli());

        assertThat(cache.load(KEY, began -> read)).isSameAs(read);

        pass(Duration.ofSeconds(60).minusMillis(1));
        assertThat(cache.find(KEY, now)).containsSame(read.token());
        pass(Duration.ofMillis(1));
        assertThat(isKnown()).isFalse();
    }

    @Test
    void findThenLifeIsNotProlonged() { // B3.23
        cache.load(KEY, TokenCacheTest::valid);

        for (int second = 0; second < 60; second++) {
            assertThat(isKnown()).isTrue();
            pass(Duration.ofSeconds(1));
        }

        assertThat(isKnown()).isFalse();
    }

    @Test
    void loadWhenItTakesLongThenTheTimeoutCountsFromItsBeginning() { // B3.23
        cache.load(KEY, began -> {
            pass(Duration.ofSeconds(60));
            return valid(began);
        });

        assertThat(isKnown()).isFalse();
    }

    @Test
    void findWhenTheTokenHasExpiredThenUnknown() { // B3.23
        TokenCache longer = cache(Map.of("durin.token.cache-timeout", "1d"));
        pass(Duration.ofHours(1));
        longer.load(KEY, TokenCacheTest::valid);

        pass(Duration.ofHours(23).minusMillis(1));
        assertThat(longer.find(KEY, now)).isPresent();
        pass(Duration.ofMillis(1));
        assertThat(longer.find(KEY, now)).isEmpty();
    }

    @Test
    void findWhenTheClockWasSetBackThenUnknown() {
        cache.load(KEY, TokenCacheTest::valid);

        pass(Duration.ofMillis(-1));

        assertThat(isKnown()).isFalse();
    }

    @Test
    void loadWhenNotGoodThenNothingIsKept() { // B3.26
        cache.load(KEY, began -> new Verification.Unknown());
        cache.load(KEY, began -> new Verification.ClientDisabled());
        cache.load(KEY, began -> new Verification.CallerInactive());

        assertThat(isKnown()).isFalse();
    }

    @Test
    void loadWhenSwitchedOffThenNothingIsKept() {
        TokenCache off = cache(Map.of("durin.token.cache-timeout", "0"));

        off.load(KEY, TokenCacheTest::valid);

        assertThat(off.find(KEY, now)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgettings")
    void forgetThenUnknown(String kind, Consumer<TokenCache> forgetting) {
        cache.load(KEY, TokenCacheTest::valid);

        forgetting.accept(cache);

        assertThat(isKnown()).isFalse();
    }

    @Test
    void forgetWhenAnotherOneThenStillKnown() {
        cache.load(KEY, TokenCacheTest::valid);

        cache.forget("f".repeat(32));
        cache.forgetCaller("bob");
        cache.forgetClient(TestTokens.CLIENT_ID + 1);
        cache.confirm(
                now,
                List.of(
                        Revocation.ofToken("f".repeat(32)),
                        Revocation.ofCaller("bob"),
                        Revocation.ofClient(TestTokens.CLIENT_ID + 1)));

        assertThat(isKnown()).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgettings")
    void forgetWhenBeingLoadedThenTheLoadIsNotKeptButTheNextIs(String kind, Consumer<TokenCache> forgetting) {
        cache.load(KEY, began -> {
            forgetting.accept(cache);
            return valid(began);
        });

        assertThat(isKnown()).isFalse();
        cache.load(KEY, TokenCacheTest::valid);
        assertThat(isKnown()).isTrue();
    }

    /** The row is alive or not; whoever ends it says so to the cache afterwards, as a commit does. B3.21, B3.19 */
    @ParameterizedTest(name = "{0}")
    @MethodSource("forgettings")
    void forgetWhenLoadedByOthersAtOnceThenNeverADeadTokenAlive(String kind, Consumer<TokenCache> forgetting)
            throws Exception {
        ExecutorService loader = Executors.newSingleThreadExecutor();
        AtomicBoolean alive = new AtomicBoolean();
        CyclicBarrier together = new CyclicBarrier(2);
        int keptByLoader = 0;
        try {
            for (int round = 0; round < INTERLEAVINGS; round++) {
                alive.set(true);
                Future<Verification> load = loader.submit(() -> {
                    together.await();
                    return cache.load(
                            KEY, began -> alive.get() ? spun(valid(began)) : spun(new Verification.Unknown()));
                });
                together.await();
                spin(round % 200);
                keptByLoader += isKnown() ? 1 : 0;
                alive.set(false);
                forgetting.accept(cache);
                assertThat(isKnown()).as("round %s, after the end", round).isFalse();
                load.get();
                assertThat(isKnown()).as("round %s, after the load", round).isFalse();
            }
        } finally {
            loader.shutdownNow();
        }
        assertThat(keptByLoader).as("rounds in which the load came first").isBetween(1, INTERLEAVINGS - 1);
    }

    private static Verification spun(Verification read) {
        spin(50);
        return read;
    }

    private static void spin(int times) {
        for (int time = 0; time < times; time++) {
            Thread.onSpinWait();
        }
    }

    @Test
    void statisticsThenWhatWasKnownAndWhatNot() {
        assertThat(cache.statistics().hitRate()).isZero();
        cache.find(KEY, now);
        cache.load(KEY, TokenCacheTest::valid);
        cache.find(KEY, now);
        cache.find(KEY, now);
        cache.find(KEY, now);

        assertThat(cache.statistics()).isEqualTo(new CacheStatistics(3, 1, 1));
        assertThat(cache.statistics().hitRate()).isEqualTo(0.75);
    }

    @Test
    void oneThenTheSameObjectForAllThatAreEqual() {
        String first = cache.one(new String(new char[] {'w', 'e', 'b'}));

        assertThat(cache.one(new String(new char[] {'w', 'e', 'b'}))).isSameAs(first);
        assertThat(cache.one(Set.of("web"))).isEqualTo(Set.of("web"));
    }

    @Test
    void keptThenNothingThatCouldBePresented() throws IllegalAccessException { // B3.28
        String text = new TokenFormat("", 64)
                .write(TestTokens.SELECTOR, TestTokens.key(0))
                .reveal();
        cache.load(KEY, TokenCacheTest::valid);

        List<String> kept = new ArrayList<>();
        gatherTexts(cache.find(KEY, now).orElseThrow(), kept);

        assertThat(kept)
                .contains("alice", "web", "user")
                .noneMatch(found -> found.contains(text.substring(0, 32)) || found.contains(text.substring(32)));
    }

    /** One selector for each token, and not that of the first request and that of the latest. */
    @Test
    void loadWhenKeptBeforeThenItsSelectorIsTheKey() throws ReflectiveOperationException {
        cache.load(KEY, TokenCacheTest::valid);
        cache.load(KEY, TokenCacheTest::valid);
        Field entries = TrustedCache.class.getDeclaredField("entries");
        entries.setAccessible(true);

        Map<?, ?> kept = ((Cache<?, ?>) entries.get(cache)).asMap();

        assertThat(kept.keySet())
                .singleElement()
                .isSameAs(cache.find(KEY, now).orElseThrow().selector());
    }

    /** Every text in an object of this project and in what it holds. */
    private static void gatherTexts(Object value, List<String> texts) throws IllegalAccessException {
        if (value instanceof String text) {
            texts.add(text);
        } else if (value instanceof Iterable<?> several) {
            for (Object one : several) {
                gatherTexts(one, texts);
            }
        } else if (value.getClass().getName().startsWith("dev.durin.")
                && !value.getClass().isEnum()) {
            for (Field field : value.getClass().getDeclaredFields()) {
                field.setAccessible(true);
                Object held = Modifier.isStatic(field.getModifiers()) ? null : field.get(value);
                if (held != null) {
                    gatherTexts(held, texts);
                }
            }
        }
    }

    @Test
    void moreTokensThanTheCacheSizeThenNoMoreAreKept() {
        TokenCache small = cache(Map.of("durin.token.cache-size", "10"));
        StoredToken stored = TestTokens.stored("alice", "web");
        for (int number = 0; number < INTERLEAVINGS; number++) {
            Selector selector = new Selector(number, number);
            small.load(
                    selector,
                    began -> new Verification.Valid(new VerifiedToken(stored, selector, Set.of(), began, small)));
        }

        Instant patience = Instant.now().plusSeconds(60);
        while (small.statistics().size() > 10 && Instant.now().isBefore(patience)) {
            // Another thread makes room; looking for one has it begin.
            small.find(KEY, now);
        }

        assertThat(small.statistics().size()).isEqualTo(10);
    }
}
