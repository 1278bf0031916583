package dev.durin.token;

import dev.durin.client.Client;
import dev.durin.rate.Rate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the client of a stored token. Stays inside this package.
 *
 * @param id its id
 * @param name its name
 * @param enabled whether it is switched on
 * @param rate how many requests each of its callers may make, as the table has it; null when it has no rate of its own
 */
record StoredClient(
        long id, String name, boolean enabled, @Nullable String rate) {

    static StoredClient of(Client client) {
        return new StoredClient(
                client.id(),
                client.name(),
                client.enabled(),
                client.throttleRate().map(Rate::toString).orElse(null));
    }

    /**
     * Its rate. Read where a token is judged and not before, so that a row that somebody has spoiled by hand does not keep
     * tokens from being listed and ended.
     *
     * @throws IllegalStateException when somebody has written what is no rate
     */
    Optional<Rate> throttleRate() {
        try {
            return Optional.ofNullable(rate).map(Rate::parse);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "The row of the client \"" + name + "\" in durin_client cannot be used: " + e.getMessage(), e);
        }
    }
}
