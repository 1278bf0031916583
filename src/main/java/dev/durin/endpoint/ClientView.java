package dev.durin.endpoint;

import dev.durin.admin.ManagedClient;
import dev.durin.client.Client;
import dev.durin.config.ConfigWord;
import dev.durin.config.LifetimeText;
import dev.durin.rate.Rate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A client as operators see it. */
final class ClientView {

    private ClientView() {}

    static Map<String, @Nullable Object> of(ManagedClient managed) {
        Map<String, @Nullable Object> members = of(managed.client());
        members.put("live_tokens", AdminEndpoint.count(managed.liveTokens()));
        return members;
    }

    static Map<String, @Nullable Object> of(Client client) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("id", client.id());
        members.put("name", client.name());
        members.put("token_ttl", LifetimeText.write(client.tokenLifetime()));
        members.put("throttle_rate", client.throttleRate().map(Rate::toString).orElse(null));
        members.put("login_policy", ConfigWord.of(client.loginPolicy()));
        members.put("max_per_caller", client.maxPerCaller().orElse(null));
        members.put("at_limit", client.atLimit().map(ConfigWord::of).orElse(null));
        members.put("enabled", client.enabled());
        members.put("declared", client.declared());
        members.put("created", client.created().toString());
        return members;
    }
}
