package dev.durin.token;

import dev.durin.config.Configured;
import dev.durin.config.Part;
import dev.durin.event.ExpirySource;
import dev.durin.spi.CallerStatus;
import dev.durin.spi.TimeSource;
import dev.durin.store.OwnTransaction;
import dev.durin.store.StoreUnavailableException;
import dev.durin.usage.Selector;
import dev.durin.usage.UsageRecorder;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Checks tokens. What no key of ours has made is refused without a look into the database. For Durin's own way of a request;
 * applications call {@link Tokens}. Thread-safe.
 */
@Part
public class TokenVerifier {

    private static final Logger LOGGER = System.getLogger(TokenVerifier.class.getName());

    private final OwnTransaction transaction;
    private final TokenStore store;
    private final TokenTexts texts;
    private final TokenCache cache;
    private final CallerGroups callerGroups;
    private final KeptCallers keptCallers;
    private final CallerStatus callerStatus;
    private final UsageRecorder recorder;
    private final TimeSource time;

    @Inject
    TokenVerifier(
            OwnTransaction transaction,
            TokenStore store,
            TokenTexts texts,
            TokenCache cache,
            CallerGroups callerGroups,
            KeptCallers keptCallers,
            @Configured CallerStatus callerStatus,
            UsageRecorder recorder,
            @Configured TimeSource time) {
        this.transaction = transaction;
        this.store = store;
        this.texts = texts;
        this.cache = cache;
        this.callerGroups = callerGroups;
        this.keptCallers = keptCallers;
        this.callerStatus = callerStatus;
        this.recorder = recorder;
        this.time = time;
    }

    CacheStatistics cacheStatistics() {
        return cache.statistics();
    }

    /**
     * As {@link Tokens#verify}.
     *
     * @param text what was presented as a token, whatever it is
     * @return whether it is good, and whose
     */
    public Verification verify(String text) {
        Optional<TokenFormat.Checked> checked = texts.check(text);
        return checked.isPresent() ? verify(checked.get()) : new Verification.Unknown();
    }

    /** Checks a token of which the selector alone is known, from where nobody could have guessed it. */
    Verification verify(Selector selector) {
        return cache.find(selector, time.now())
                .<Verification>map(Verification.Valid::new)
                .orElseGet(() -> cache.load(selector, began -> read(selector, texts::hasKey, began)));
    }

    /**
     * As {@link Tokens#used}.
     *
     * @param token a token that was verified
     * @param address where the request came from
     * @param userAgent what it was made with
     */
    public void used(VerifiedToken token, String address, String userAgent) {
        recorder.record(token.id(), token.selector(), token.caller(), token.clientId(), address, userAgent);
    }

    private Verification verify(TokenFormat.Checked checked) {
        Optional<VerifiedToken> known = cache.find(checked.selector(), time.now());
        return known.isPresent() && known.get().keyId().equals(checked.keyId())
                ? new Verification.Valid(known.get())
                : cache.load(checked.selector(), began -> read(checked.selector(), checked.keyId()::equals, began));
    }

    private Verification read(Selector selector, Predicate<String> key, long began) {
        Optional<StoredToken> loaded = load(selector, key);
        if (loaded.isPresent() && loaded.get().token().expiry().hasPassed(time.now())) {
            if (removeExpired(loaded.get())) {
                return new Verification.Expired();
            }
            // Removed by somebody else, or renewed meanwhile: read again.
            loaded = load(selector, key);
            if (loaded.isEmpty() || loaded.get().token().expiry().hasPassed(time.now())) {
                return new Verification.Expired();
            }
        }
        return loaded.map(token -> judge(token, selector, began)).orElseGet(Verification.Ended::new);
    }

    private Optional<StoredToken> load(Selector selector, Predicate<String> key) {
        return transaction
                .run("check a token", () -> store.load(selector.text()))
                .filter(token -> key.test(token.keyId()));
    }

    private Verification judge(StoredToken token, Selector selector, long began) {
        String caller = token.token().caller();
        if (!token.client().enabled()) {
            return new Verification.ClientDisabled();
        }
        if (!keptCallers.isActive(caller, token.origin()) || !callerStatus.isActive(caller)) {
            return new Verification.CallerInactive();
        }
        Set<String> groups = new HashSet<>(token.loginGroups());
        groups.addAll(callerGroups.current(caller, token.origin()));
        return new Verification.Valid(new VerifiedToken(token, selector, groups, began, cache));
    }

    /** Whether this thread removed it. A removal that fails changes nothing of the answer: the token is expired. */
    private boolean removeExpired(StoredToken token) {
        Instant now = time.now();
        try {
            return transaction.run(
                    "remove an expired token", () -> store.removeExpired(token, now, ExpirySource.PRESENTED));
        } catch (StoreUnavailableException e) {
            LOGGER.log(Level.WARNING, "An expired token could not be removed; the purge will do it", e);
            return true;
        }
    }
}
