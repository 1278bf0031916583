package dev.durin.client;

import dev.durin.config.AtLimit;
import dev.durin.config.LoginPolicy;
import dev.durin.rate.Rate;
import dev.durin.spi.Lifetime;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An API client as it is registered: web, mobile, cli. Not a secret holder; its name proves nothing. Immutable. */
public final class Client {

    private final long id;
    private final String name;
    private final Lifetime tokenLifetime;
    private final @Nullable Rate throttleRate;
    private final LoginPolicy loginPolicy;
    private final @Nullable Integer maxPerCaller;
    private final @Nullable AtLimit atLimit;
    private final boolean enabled;
    private final boolean declared;
    private final Instant created;

    Client(
            long id,
            String name,
            Lifetime tokenLifetime,
            @Nullable Rate throttleRate,
            LoginPolicy loginPolicy,
            @Nullable Integer maxPerCaller,
            @Nullable AtLimit atLimit,
            boolean enabled,
            boolean declared,
            Instant created) {
        this.id = id;
        this.name = name;
        this.tokenLifetime = tokenLifetime;
        this.throttleRate = throttleRate;
        this.loginPolicy = loginPolicy;
        this.maxPerCaller = maxPerCaller;
        this.atLimit = atLimit;
        this.enabled = enabled;
        this.declared = declared;
        this.created = created;
    }

    /**
     * The id, to which an application may tie data of its own.
     *
     * @return the id
     */
    public long id() {
        return id;
    }

    /**
     * The name, unique, with capitals told apart.
     *
     * @return the name, at most 64 characters
     */
    public String name() {
        return name;
    }

    /**
     * How long the client's tokens live from their issue or renewal on.
     *
     * @return the lifetime
     */
    public Lifetime tokenLifetime() {
        return tokenLifetime;
    }

    /**
     * How many requests each of its callers may make.
     *
     * @return the rate, or empty when the client has none of its own
     */
    public Optional<Rate> throttleRate() {
        return Optional.ofNullable(throttleRate);
    }

    /**
     * What a login does about earlier tokens.
     *
     * @return the policy
     */
    public LoginPolicy loginPolicy() {
        return loginPolicy;
    }

    /**
     * How many live tokens of this client each caller may have.
     *
     * @return the number, or empty when the client has no limit of its own
     */
    public Optional<Integer> maxPerCaller() {
        return Optional.ofNullable(maxPerCaller);
    }

    /**
     * What a login for this client does that would be one token too many, by this client's limit or by that of all.
     *
     * @return what it does, or empty when {@code durin.token.at-limit} says so
     */
    public Optional<AtLimit> atLimit() {
        return Optional.ofNullable(atLimit);
    }

    /**
     * Whether logins for this client and its tokens are accepted.
     *
     * @return false when it was switched off
     */
    public boolean enabled() {
        return enabled;
    }

    /**
     * Whether the configuration declares it. What the configuration says of it holds again after the next start.
     *
     * @return true while {@code durin.clients.} names it
     */
    public boolean declared() {
        return declared;
    }

    /**
     * When it was registered.
     *
     * @return the instant
     */
    public Instant created() {
        return created;
    }

    /** Everything about it; there is no secret in it. */
    @Override
    public String toString() {
        return "Client[id=" + id + ", name=" + name + ", tokenLifetime=" + tokenLifetime + ", throttleRate="
                + throttleRate + ", loginPolicy=" + loginPolicy + ", maxPerCaller=" + maxPerCaller + ", atLimit="
                + atLimit + ", enabled=" + enabled + ", declared=" + declared
                + "]";
    }
}
