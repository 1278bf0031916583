package dev.durin.client;

import dev.durin.config.ClientName;
import dev.durin.config.LoginPolicy;
import dev.durin.rate.Rate;
import dev.durin.spi.Lifetime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a client shall be: {@code ClientDraft.named("web").tokenLifetime(Lifetime.of(Duration.ofDays(14)))}. What it
 * leaves out gets its default from the settings when the client is created, and stays as it is when one is changed.
 * Immutable: every method answers another draft.
 */
public final class ClientDraft {

    private final String name;
    private final @Nullable Lifetime tokenLifetime;
    private final @Nullable Rate throttleRate;
    private final @Nullable LoginPolicy loginPolicy;
    private final @Nullable Boolean enabled;

    private ClientDraft(
            String name,
            @Nullable Lifetime tokenLifetime,
            @Nullable Rate throttleRate,
            @Nullable LoginPolicy loginPolicy,
            @Nullable Boolean enabled) {
        this.name = name;
        this.tokenLifetime = tokenLifetime;
        this.throttleRate = throttleRate;
        this.loginPolicy = loginPolicy;
        this.enabled = enabled;
    }

    /**
     * A client of this name.
     *
     * @param name 1 to 64 characters, none of them a control character, no space at either end
     * @return the draft
     * @throws InvalidClientException when the name cannot be used
     */
    public static ClientDraft named(String name) {
        ClientName.fault(name).ifPresent(fault -> {
            throw new InvalidClientException("name", fault);
        });
        return new ClientDraft(name, null, null, null, null);
    }

    /**
     * With this lifetime of tokens.
     *
     * @param lifetime how long tokens live
     * @return the draft with it
     */
    public ClientDraft tokenLifetime(Lifetime lifetime) {
        return new ClientDraft(name, lifetime, throttleRate, loginPolicy, enabled);
    }

    /**
     * With this rate of requests.
     *
     * @param rate how many requests each caller may make
     * @return the draft with it
     */
    public ClientDraft throttleRate(Rate rate) {
        return new ClientDraft(name, tokenLifetime, rate, loginPolicy, enabled);
    }

    /**
     * With this login policy.
     *
     * @param policy what a login does about earlier tokens
     * @return the draft with it
     */
    public ClientDraft loginPolicy(LoginPolicy policy) {
        return new ClientDraft(name, tokenLifetime, throttleRate, policy, enabled);
    }

    /**
     * Switched on or off.
     *
     * @param on whether its logins and tokens are accepted
     * @return the draft with it
     */
    public ClientDraft enabled(boolean on) {
        return new ClientDraft(name, tokenLifetime, throttleRate, loginPolicy, on);
    }

    String name() {
        return name;
    }

    Optional<Lifetime> tokenLifetime() {
        return Optional.ofNullable(tokenLifetime);
    }

    Optional<Rate> throttleRate() {
        return Optional.ofNullable(throttleRate);
    }

    Optional<LoginPolicy> loginPolicy() {
        return Optional.ofNullable(loginPolicy);
    }

    Optional<Boolean> enabled() {
        return Optional.ofNullable(enabled);
    }
}
