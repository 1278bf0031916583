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
            "token-ttl", new Attribute<>(SettingType.LIFETIME, (client, value) -> client.tokenLifetime = value),
            "throttle-rate", new Attribute<>(SettingType.RATE, (client, value) -> client.throttleRate = value),
            "login-policy",
                    new Attribute<>(
                            SettingType.oneOf(LoginPolicy.class), (client, value) -> client.loginPolicy = value),
            "enabled", new Attribute<>(SettingType.BOOLEAN, (client, value) -> client.enabled = value));

    @Nullable
    Lifetime tokenLifetime;

    @Nullable
    Rate throttleRate;

    @Nullable
    LoginPolicy loginPolicy;

    @Nullable
    Boolean enabled;

    record Attribute<T>(SettingType<T> type, BiConsumer<ClientAttributes, T> set) {

        void read(ClientAttributes client, String text) {
            set.accept(client, type.read(text));
        }
    }
}
