package dev.durin.token;

import dev.durin.usage.Selector;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a token that is signed and not stored says of itself, as far as the database has to be asked about it.
 *
 * @param id what tells it from every other
 * @param caller the name of its caller
 * @param generation how often all of the caller's had ended when it was made
 * @param expiry when it ends
 * @param parentSelector what finds the token that it was made with, and ends with; null when it was made without one
 */
public record SignedToken(
        Selector id,
        String caller,
        long generation,
        Instant expiry,
        @Nullable Selector parentSelector) {

    Optional<Selector> parent() {
        return Optional.ofNullable(parentSelector);
    }
}
