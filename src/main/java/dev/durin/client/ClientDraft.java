package dev.durin.client;

import dev.durin.config.AtLimit;
import dev.durin.config.ClientName;
import dev.durin.config.LoginPolicy;
import dev.durin.config.Settings.LimitSettings;
import dev.durin.rate.Rate;
import dev.durin.spi.Lifetime;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a client shall be, {@code ClientDraft.named("web").tokenLifetime(Lifetime.of(Duration.ofDays(14)))}, or what shall
 * change of one, {@code ClientDraft.change().enabled(false)}. What a draft does not say gets its default from the settings
 * when a client is created, and stays as it is when one is changed. Immutable: every method answers another draft.
 */
public final class ClientDraft {

    static final int ANY_NUMBER = 0;

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
        return new ClientDraft(new Parts());
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
        return with(copy -> copy.name = name);
    }

    /**
     * With this lifetime of tokens.
     *
     * @param lifetime how long tokens live
     * @return the draft with it
     */
    public ClientDraft tokenLifetime(Lifetime lifetime) {
        return with(copy -> copy.lifetime = lifetime);
    }

    /**
     * With this rate of requests.
     *
     * @param rate how many requests each caller may make
     * @return the draft with it
     */
    public ClientDraft throttleRate(Rate rate) {
        return with(copy -> {
            copy.rate = rate;
            copy.unthrottled = false;
        });
    }

    /**
     * Without a rate of its own.
     *
     * @return the draft without it
     */
    public ClientDraft unthrottled() {
        return with(copy -> {
            copy.rate = null;
            copy.unthrottled = true;
        });
    }

    /**
     * With this login policy. Tokens that exist stay as they are.
     *
     * @param policy what a login does about earlier tokens
     * @return the draft with it
     */
    public ClientDraft loginPolicy(LoginPolicy policy) {
        return with(copy -> copy.policy = policy);
    }

    /**
     * With this limit. Tokens that exist stay as they are, also when there are more.
     *
     * @param most how many live tokens of the client each caller may have, 1 to 100000
     * @return the draft with it
     * @throws InvalidClientException when it is another number
     */
    public ClientDraft maxPerCaller(int most) {
        if (most < 1 || most > LimitSettings.LARGEST) {
            throw new InvalidClientException(
                    "maxPerCaller", "A limit of tokens is from 1 to " + LimitSettings.LARGEST + ", not " + most + ".");
        }
        return with(copy -> copy.maxPerCaller = most);
    }

    /**
     * Without a limit of its own; that of all clients together still holds.
     *
     * @return the draft without it
     */
    public ClientDraft anyNumberPerCaller() {
        return with(copy -> copy.maxPerCaller = ANY_NUMBER);
    }

    ClientDraft declaredMost(int most) {
        return most == ANY_NUMBER ? anyNumberPerCaller() : maxPerCaller(most);
    }

    /**
     * With this behaviour at a limit.
     *
     * @param action what a login does that would be one token too many
     * @return the draft with it
     */
    public ClientDraft atLimit(AtLimit action) {
        return with(copy -> {
            copy.atLimit = action;
            copy.usualAtLimit = false;
        });
    }

    /**
     * Without a behaviour of its own at a limit; {@code durin.token.at-limit} says what a login does.
     *
     * @return the draft without it
     */
    public ClientDraft usualAtLimit() {
        return with(copy -> {
            copy.atLimit = null;
            copy.usualAtLimit = true;
        });
    }

    /**
     * Switched on or off.
     *
     * @param on whether its logins and tokens are accepted
     * @return the draft with it
     */
    public ClientDraft enabled(boolean on) {
        return with(copy -> copy.enabled = on);
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

    /** {@link #ANY_NUMBER} for no limit. */
    Optional<Integer> maxPerCaller() {
        return Optional.ofNullable(parts.maxPerCaller);
    }

    Optional<AtLimit> atLimit() {
        return Optional.ofNullable(parts.atLimit);
    }

    boolean isUsualAtLimit() {
        return parts.usualAtLimit;
    }

    Optional<Boolean> enabled() {
        return Optional.ofNullable(parts.enabled);
    }

    /** What a client would be with this change. */
    Client applyTo(Client client) {
        return new Client(
                client.id(),
                name().orElse(client.name()),
                tokenLifetime().orElse(client.tokenLifetime()),
                isUnthrottled() ? null : throttleRate().or(client::throttleRate).orElse(null),
                loginPolicy().orElse(client.loginPolicy()),
                maxPerCaller()
                        .or(client::maxPerCaller)
                        .filter(most -> most != ANY_NUMBER)
                        .orElse(null),
                isUsualAtLimit() ? null : atLimit().or(client::atLimit).orElse(null),
                enabled().orElse(client.enabled()),
                client.declared(),
                client.created());
    }

    private ClientDraft with(Consumer<Parts> change) {
        Parts copy = parts.copy();
        change.accept(copy);
        return new ClientDraft(copy);
    }

    /** What a draft says; changed only before anybody else sees it. */
    private static final class Parts {

        private @Nullable String name;
        private @Nullable Lifetime lifetime;
        private @Nullable Rate rate;
        private boolean unthrottled;
        private @Nullable LoginPolicy policy;
        private @Nullable Integer maxPerCaller;
        private @Nullable AtLimit atLimit;
        private boolean usualAtLimit;
        private @Nullable Boolean enabled;

        private Parts copy() {
            Parts copy = new Parts();
            copy.name = name;
            copy.lifetime = lifetime;
            copy.rate = rate;
            copy.unthrottled = unthrottled;
            copy.policy = policy;
            copy.maxPerCaller = maxPerCaller;
            copy.atLimit = atLimit;
            copy.usualAtLimit = usualAtLimit;
            copy.enabled = enabled;
            return copy;
        }
    }
}
