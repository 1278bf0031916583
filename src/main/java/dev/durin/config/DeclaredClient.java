package dev.durin.config;

import dev.durin.rate.Rate;
import dev.durin.spi.Lifetime;
import java.util.Optional;

/** A client that the configuration wants to exist. What it leaves out keeps its default. */
public final class DeclaredClient {

    private final String name;
    private final ClientAttributes attributes;

    DeclaredClient(String name, ClientAttributes attributes) {
        this.name = name;
        this.attributes = attributes;
    }

    /**
     * The name of the client.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * How long its tokens live.
     *
     * @return the lifetime, or empty when the configuration does not say
     */
    public Optional<Lifetime> tokenLifetime() {
        return Optional.ofNullable(attributes.tokenLifetime);
    }

    /**
     * How many requests its callers may make.
     *
     * @return the rate, or empty when the configuration does not say, or says that there is {@linkplain #unthrottled()
     *     none}
     */
    public Optional<Rate> throttleRate() {
        return Optional.ofNullable(attributes.throttleRate);
    }

    /**
     * Whether it shall have no rate of its own.
     *
     * @return true when the configuration says so in so many words
     */
    public boolean unthrottled() {
        return attributes.unthrottled;
    }

    /**
     * What a login does about earlier tokens.
     *
     * @return the policy, or empty when the configuration does not say
     */
    public Optional<LoginPolicy> loginPolicy() {
        return Optional.ofNullable(attributes.loginPolicy);
    }

    /**
     * How many live tokens of it each caller may have.
     *
     * @return the number, zero for any; or empty when the configuration does not say
     */
    public Optional<Integer> maxPerCaller() {
        return Optional.ofNullable(attributes.maxPerCaller);
    }

    /**
     * What a login does that would be one token too many.
     *
     * @return what it does, or empty when the configuration does not say
     */
    public Optional<AtLimit> atLimit() {
        return Optional.ofNullable(attributes.atLimit);
    }

    /**
     * Whether its tokens are accepted.
     *
     * @return the switch, or empty when the configuration does not say
     */
    public Optional<Boolean> enabled() {
        return Optional.ofNullable(attributes.enabled);
    }
}
