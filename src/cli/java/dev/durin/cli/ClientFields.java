package dev.durin.cli;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a client shall be. Set by the arguments; what is right is known by the server alone. */
final class ClientFields {

    @Option(
            names = "--token-ttl",
            paramLabel = "DURATION",
            description = "How long its tokens live, such as 12h or 14d; or never, for no end.")
    private @Nullable String tokenTtl;

    @Option(
            names = "--throttle-rate",
            paramLabel = "RATE",
            description =
                    "How many requests each caller may make, such as 1/s or 100/m; or none, for no rate of its own.")
    private @Nullable String throttleRate;

    @Option(
            names = "--login-policy",
            paramLabel = "POLICY",
            description = "What a login does about earlier tokens: reuse, new or replace.")
    private @Nullable String loginPolicy;

    @Option(
            names = "--max-per-caller",
            paramLabel = "NUMBER",
            description = "How many live tokens each caller may have; or unlimited.")
    private @Nullable String maxPerCaller;

    @Option(
            names = "--at-limit",
            paramLabel = "ACTION",
            description = "What a login does that would be one token too many: evict-oldest or reject; or default, for"
                    + " what the server's configuration says.")
    private @Nullable String atLimit;

    @Option(
            names = "--enabled",
            arity = "1",
            paramLabel = "true|false",
            description = "Whether its logins and tokens are accepted; false refuses all of them at once.")
    private @Nullable Boolean enabled;

    /** The members that were given. */
    JsonObjectBuilder members() {
        JsonObjectBuilder members = Json.createObjectBuilder();
        add(members, "token_ttl", tokenTtl);
        addOrNull(members, "throttle_rate", throttleRate, "none");
        add(members, "login_policy", loginPolicy);
        addMost(members);
        addOrNull(members, "at_limit", atLimit, "default");
        if (enabled != null) {
            members.add("enabled", enabled);
        }
        return members;
    }

    private void addMost(JsonObjectBuilder members) {
        if (maxPerCaller == null || maxPerCaller.equalsIgnoreCase("unlimited")) {
            addOrNull(members, "max_per_caller", maxPerCaller, "unlimited");
        } else if (maxPerCaller.matches("\\d{1,9}")) {
            members.add("max_per_caller", Integer.parseInt(maxPerCaller));
        } else {
            throw CommandFailedException.usage("--max-per-caller: it must be a whole number such as 5, or unlimited.");
        }
    }

    /** One word stands for no value of the client's own. */
    private static void addOrNull(JsonObjectBuilder members, String name, @Nullable String value, String none) {
        if (none.equalsIgnoreCase(value)) {
            members.addNull(name);
        } else {
            add(members, name, value);
        }
    }

    private static void add(JsonObjectBuilder members, String name, @Nullable String value) {
        if (value != null) {
            members.add(name, value);
        }
    }
}
