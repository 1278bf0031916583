package dev.durin.token;

import dev.durin.config.Configured;
import dev.durin.config.Part;
import dev.durin.config.Settings;
import dev.durin.spi.TimeSource;
import jakarta.inject.Inject;

/** What was found out about good tokens that are signed and not stored, by their ids. Thread-safe. */
@Part
class SignedTokenCache extends TrustedCache<SignedEntry> {

    @Inject
    SignedTokenCache(Settings settings, @Configured TimeSource time) {
        super(settings, time);
    }
}
