package dev.durin.client;

import dev.durin.config.AtLimit;
import dev.durin.config.LoginPolicy;
import dev.durin.rate.Rate;
import dev.durin.spi.Lifetime;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of {@code durin_client}. */
@Entity(name = "DurinClient")
@Table(name = "durin_client")
class ClientEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "durin_client_id")
    @SequenceGenerator(name = "durin_client_id", sequenceName = "durin_client_id", allocationSize = 50)
    @Nullable
    private Long id;

    private String name;

    @Column(name = "token_ttl")
    @Nullable
    private Long tokenTtl;

    @Column(name = "throttle_rate")
    @Nullable
    private String throttleRate;

    @Enumerated(EnumType.STRING)
    @Column(name = "login_policy")
    private LoginPolicy loginPolicy;

    @Column(name = "max_per_caller")
    @Nullable
    private Integer maxPerCaller;

    @Enumerated(EnumType.STRING)
    @Column(name = "at_limit")
    @Nullable
    private AtLimit atLimit;

    private boolean enabled;

    private long created;

    private boolean declared;

    /** For the persistence provider. */
    protected ClientEntity() {}

    ClientEntity(String name, Lifetime lifetime, LoginPolicy policy, Instant created) {
        this.name = name;
        this.tokenTtl = millis(lifetime);
        this.loginPolicy = policy;
        this.enabled = true;
        this.created = created.toEpochMilli();
    }

    /** Takes over what the draft says, and leaves the rest as it is; whether that changes anything. */
    boolean change(ClientDraft draft) {
        List<?> before = changeable();
        draft.name().ifPresent(newName -> name = newName);
        draft.tokenLifetime().ifPresent(lifetime -> tokenTtl = millis(lifetime));
        draft.throttleRate().ifPresent(rate -> throttleRate = rate.toString());
        if (draft.isUnthrottled()) {
            throttleRate = null;
        }
        draft.loginPolicy().ifPresent(policy -> loginPolicy = policy);
        draft.maxPerCaller().ifPresent(most -> maxPerCaller = most == ClientDraft.ANY_NUMBER ? null : most);
        draft.atLimit().ifPresent(action -> atLimit = action);
        if (draft.isUsualAtLimit()) {
            atLimit = null;
        }
        draft.enabled().ifPresent(on -> enabled = on);
        return !before.equals(changeable());
    }

    private List<?> changeable() {
        return Arrays.asList(name, tokenTtl, throttleRate, loginPolicy, maxPerCaller, atLimit, enabled);
    }

    boolean hasName(String other) {
        return name.equals(other);
    }

    void declare(boolean byConfiguration) {
        declared = byConfiguration;
    }

    /**
     * The client that this row stands for.
     *
     * @throws IllegalStateException when somebody has written into the row what no client can be
     */
    Client toClient() {
        try {
            return new Client(
                    id == null ? 0 : id,
                    name,
                    tokenTtl == null ? Lifetime.UNLIMITED : Lifetime.of(Duration.ofMillis(tokenTtl)),
                    throttleRate == null ? null : Rate.parse(throttleRate),
                    loginPolicy,
                    maxPerCaller,
                    atLimit,
                    enabled,
                    declared,
                    Instant.ofEpochMilli(created));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "The row of the client \"" + name + "\" in durin_client cannot be used: " + e.getMessage(), e);
        }
    }

    private static @Nullable Long millis(Lifetime lifetime) {
        return lifetime.duration().map(Duration::toMillis).orElse(null);
    }
}
