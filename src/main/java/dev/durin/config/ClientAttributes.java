package dev.durin.config;

import dev.durin.rate.Rate;
import dev.durin.spi.Lifetime;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The attributes behind {@code durin.clients.<name>.}, gathered one key at a time. */
final class ClientAttributes {

    /** How each attribute is read, by the last part of its key. */
    static final Map<String, Attribute<?>> ALL = Map.of(
            "token-ttl",
                    new Attribute<>(
                            SettingType.LIFETIME,
                            "How long the client's tokens live; a new client without it takes `durin.token.ttl`.",
                            (client, value) -> client.tokenLifetime = value),
            "throttle-rate",
                    new Attribute<>(
                            SettingType.RATE_OR_NONE,
                            "How many requests each caller may make with the client's tokens; `none`, or a new client"
                                    + " without it: as many as `durin.throttle.rate` says.",
                            (client, value) -> {
                                client.throttleRate = value.orElse(null);
                                client.unthrottled = value.isEmpty();
                            }),
            "login-policy",
                    new Attribute<>(
                            SettingType.oneOf(LoginPolicy.class),
                            "What a login for the client does about earlier tokens; a new client without it takes"
                                    + " `durin.login.policy`.",
                            (client, value) -> client.loginPolicy = value),
            "max-per-caller",
                    new Attribute<>(
                            new SettingType<>("whole number or `unlimited`", "5", ClientAttributes::readMost),
                            "How many live tokens of the client each caller may have; a new client without it has no limit"
                                    + " of its own.",
                            (client, value) -> client.maxPerCaller = value),
            "at-limit",
                    new Attribute<>(
                            SettingType.oneOf(AtLimit.class),
                            "What a login for the client does that would be one token too many; a new client without it"
                                    + " takes `durin.token.at-limit`.",
                            (client, value) -> client.atLimit = value),
            "enabled",
                    new Attribute<>(
                            SettingType.BOOLEAN,
                            "Whether logins for the client and its tokens are accepted; a new client without it is"
                                    + " enabled.",
                            (client, value) -> client.enabled = value));

    @Nullable
    Lifetime tokenLifetime;

    @Nullable
    Rate throttleRate;

    /** Whether the client shall have no rate of its own, which is more than not to say. */
    boolean unthrottled;

    @Nullable
    LoginPolicy loginPolicy;

    /** Zero for any number. */
    @Nullable
    Integer maxPerCaller;

    @Nullable
    AtLimit atLimit;

    @Nullable
    Boolean enabled;

    private static Integer readMost(String text) {
        return text.equalsIgnoreCase("unlimited")
                ? Integer.valueOf(0)
                : SettingType.wholeNumber(1, Settings.LimitSettings.LARGEST, "5")
                        .read(text);
    }

    /**
     * One attribute.
     *
     * @param type how its text becomes a value
     * @param meaning what it means, one sentence, for the documentation
     * @param set keeps the value
     */
    record Attribute<T>(SettingType<T> type, String meaning, BiConsumer<ClientAttributes, T> set) {

        void read(ClientAttributes client, String text) {
            set.accept(client, type.read(text));
        }
    }
}
