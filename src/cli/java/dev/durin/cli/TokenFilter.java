package dev.durin.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which tokens a list has. Set by the arguments. */
final class TokenFilter {

    @Option(names = "--caller", paramLabel = "BEGINNING", description = "Of callers whose names begin so.")
    private @Nullable String caller;

    @Option(names = "--name", paramLabel = "BEGINNING", description = "With names that begin so.")
    private @Nullable String name;

    @Option(names = "--client", paramLabel = "NAME", description = "Of this client.")
    private @Nullable String client;

    @Option(names = "--state", paramLabel = "STATE", description = "live (unless given), expired or all.")
    private @Nullable String state;

    @Option(names = "--sort", paramLabel = "ORDER", description = "newest (unless given), oldest, caller or expiry.")
    private @Nullable String sort;

    RequestPath in(RequestPath list) {
        return list.where("caller", caller)
                .where("name", name)
                .where("client", client)
                .where("state", state)
                .where("sort", sort);
    }
}
