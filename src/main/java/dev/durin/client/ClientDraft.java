package dev.durin.client;

import dev.durin.config.ClientName;
import dev.durin.config.LoginPolicy;
import dev.durin.rate.Rate;
import dev.durin.spi.Lifetime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a client shall be, {@code ClientDraft.named("web").tokenLifetime(Lifetime.of(Duration.ofDays(14)))}, or what shall
 * change of one, {@code ClientDraft.change().enabled(false)}. What a draft does not say gets its default from the settings
 * when a client is created, and stays as it is when one is changed. Immutable: every method answers another draft.
 */
public final class ClientDraft {

    private final Parts parts;

    private ClientDraft(Parts parts) {
        this.parts = parts;
    }

    /**
     * A client of this name.
     *
     * @param name 1 to 64 characters, none of them a control character, no space at either end
     * @return the draft
     * @throws InvalidClientException when the name cannot be used
     */
    public static ClientDraft named(String name) {
        return change().name(name);
    }

    /**
     * A change of a client, so far of nothing.
     *
     * @return the draft
     */
    public static ClientDraft change() {
        return new ClientDraft(new Parts(null, null, null, false, null, null));
    }

    /**
     * With another name.
     *
     * @param name 1 to 64 characters, none of them a control character, no space at either end
     * @return the draft with it
     * @throws InvalidClientException when the name cannot be used
     */
    public ClientDraft name(String name) {
        ClientName.fault(name).ifPresent(fault -> {
            throw new InvalidClientException("name", fault);
        });
        return new ClientDraft(
                new Parts(name, parts.lifetime, parts.rate, parts.unthrottled, parts.policy, parts.enabled));
    }

    /**
     * With this lifetime of tokens.
     *
     * @param lifetime how long tokens live
     * @return the draft with it
     */
    public ClientDraft tokenLifetime(Lifetime lifetime) {
        return new ClientDraft(
                new Parts(parts.name, lifetime, parts.rate, parts.unthrottled, parts.policy, parts.enabled));
    }

    /**
     * With this rate of requests.
     *
     * @param rate how many requests each caller may make
     * @return the draft with it
     */
    public ClientDraft throttleRate(Rate rate) {
        return new ClientDraft(new Parts(parts.name, parts.lifetime, rate, false, parts.policy, parts.enabled));
    }

    /**
     * Without a rate of its own.
     *
     * @return the draft without it
     */
    public ClientDraft unthrottled() {
        return new ClientDraft(new Parts(parts.name, parts.lifetime, null, true, parts.policy, parts.enabled));
    }

    /**
     * With this login policy.
     *
     * @param policy what a login does about earlier tokens
     * @return the draft with it
     */
    public ClientDraft loginPolicy(LoginPolicy policy) {
        return new ClientDraft(
                new Parts(parts.name, parts.lifetime, parts.rate, parts.unthrottled, policy, parts.enabled));
    }

    /**
     * Switched on or off.
     *
     * @param on whether its logins and tokens are accepted
     * @return the draft with it
     */
    public ClientDraft enabled(boolean on) {
        return new ClientDraft(new Parts(parts.name, parts.lifetime, parts.rate, parts.unthrottled, parts.policy, on));
    }

    Optional<String> name() {
        return Optional.ofNullable(parts.name);
    }

    Optional<Lifetime> tokenLifetime() {
        return Optional.ofNullable(parts.lifetime);
    }

    Optional<Rate> throttleRate() {
        return Optional.ofNullable(parts.rate);
    }

    boolean isUnthrottled() {
        return parts.unthrottled;
    }

    Optional<LoginPolicy> loginPolicy() {
        return Optional.ofNullable(parts.policy);
    }

    Optional<Boolean> enabled() {
        return Optional.ofNullable(parts.enabled);
    }

    private record Parts(
            @Nullable String name,
            @Nullable Lifetime lifetime,
            @Nullable Rate rate,
            boolean unthrottled,
            @Nullable LoginPolicy policy,
            @Nullable Boolean enabled) {}
}
