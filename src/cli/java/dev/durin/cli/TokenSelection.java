package dev.durin.cli;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which tokens shall end. Set by the arguments. */
final class TokenSelection {

    @Parameters(arity = "0..1", paramLabel = "ID", description = "The one with this id, which the list tells.")
    private @Nullable Long id;

    @Option(names = "--caller", paramLabel = "NAME", description = "Those of this caller.")
    private @Nullable String caller;

    @Option(names = "--client", paramLabel = "NAME", description = "Those of this client.")
    private @Nullable String client;

    @Option(names = "--all", description = "All there are.")
    private boolean all;

    @Option(names = "--except-current", description = "But not the token that asks for it.")
    private boolean exceptCurrent;

    /** Refuses what could be taken for more than it is meant to be. */
    void check(boolean dryRun) {
        boolean some = caller != null || client != null;
        if (Stream.of(id != null, some, all).filter(kind -> kind).count() != 1) {
            throw CommandFailedException.usage(
                    "Say which tokens: an ID, or --caller, --client or both, or --all; and no two of these.");
        }
        if (id != null && (dryRun || exceptCurrent)) {
            throw CommandFailedException.usage("--dry-run and --except-current are for more tokens than one.");
        }
    }

    Optional<Long> id() {
        return Optional.ofNullable(id);
    }

    JsonObject body() {
        JsonObjectBuilder body = Json.createObjectBuilder();
        if (caller != null) {
            body.add("caller", caller);
        }
        if (client != null) {
            body.add("client", client);
        }
        if (all) {
            body.add("all", true);
        }
        if (exceptCurrent) {
            body.add("except_current", true);
        }
        return body.build();
    }

    String inWords() {
        List<String> words = new ArrayList<>();
        if (caller != null) {
            words.add("the caller " + Text.clean(caller));
        }
        if (client != null) {
            words.add("the client " + Text.clean(client));
        }
        return (words.isEmpty() ? "all callers and clients" : String.join(" with ", words))
                + (exceptCurrent ? ", but for this one" : "");
    }
}
