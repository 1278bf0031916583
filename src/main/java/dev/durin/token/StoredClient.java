package dev.durin.token;

import dev.durin.client.Client;
import dev.durin.rate.Rate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the client of a stored token. Stays inside this package.
 *
 * @param name its name
 * @param enabled whether it is switched on
 * @param ownRate how many requests each of its callers may make, null when it has no rate of its own
 */
record StoredClient(String name, boolean enabled, @Nullable Rate ownRate) {

    static StoredClient of(Client client) {
        return new StoredClient(
                client.name(), client.enabled(), client.throttleRate().orElse(null));
    }

    /** From the columns of {@code durin_client}. */
    static StoredClient of(String name, boolean enabled, @Nullable String throttleRate) {
        return new StoredClient(name, enabled, throttleRate == null ? null : Rate.parse(throttleRate));
    }

    Optional<Rate> throttleRate() {
        return Optional.ofNullable(ownRate);
    }
}
