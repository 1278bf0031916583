package dev.durin.token;

import com.github.benmanes.caffeine.cache.Interner;
import dev.durin.config.Configured;
import dev.durin.config.Part;
import dev.durin.config.Settings;
import dev.durin.spi.TimeSource;
import dev.durin.usage.Selector;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * What was found out about good tokens. Holds no secret: a selector is worth nothing without its authentication code, which
 * is checked before. Thread-safe.
 */
@Part
class TokenCache extends TrustedCache<VerifiedToken> {

    private final Interner<Object> shared = Interner.newWeakInterner();

    @Inject
    TokenCache(Settings settings, @Configured TimeSource time) {
        super(settings, time);
    }

    /** One object for all that are equal: most tokens have their client, their groups and much else in common. */
    @SuppressWarnings("unchecked") // what is equal to a value of these types is of the same type
    <T> T one(T value) {
        return (T) shared.intern(value);
    }

    /** Reads a token, as {@link TrustedCache#load(Selector, LongFunction, java.util.function.Function)} does. */
    Verification load(Selector selector, LongFunction<Verification> reading) {
        return load(selector, reading, TokenCache::good);
    }

    private static Optional<VerifiedToken> good(Verification result) {
        return result instanceof Verification.Valid valid ? Optional.of(valid.token()) : Optional.empty();
    }
}
