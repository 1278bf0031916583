package dev.durin.cli;

import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What the commands share that speak to a server. */
abstract class ServerCommand {

    private final Surroundings surroundings;

    /** Set before any command runs. */
    @Spec
    private @Nullable CommandSpec spec;

    ServerCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    /** The server, spoken to as the operator. */
    Server server(OperatorOptions options) {
        return server(options.server(), options.authorization(surroundings));
    }

    /** The server, spoken to as nobody. */
    Server server(ServerOptions options) {
        return server(options, null);
    }

    private Server server(ServerOptions options, @Nullable String authorization) {
        URI root = options.root(surroundings);
        if (ServerOptions.isReadableOnTheWay(root)) {
            output(options)
                    .note("Warning: " + root + " is not encrypted, whoever is on the way can read password and token."
                            + " Use https.");
        }
        return new Server(root, options.timeout(), authorization);
    }

    Output output(OperatorOptions options) {
        return output(options.server());
    }

    Output output(ServerOptions options) {
        return Output.of(Objects.requireNonNull(spec).commandLine(), options.json());
    }

    /** Goes on only if somebody wants that, who is told what will happen. */
    void confirm(String whatWillHappen, boolean yes) {
        if (yes) {
            return;
        }
        String answer = surroundings
                .answer(whatWillHappen + " Go on? [yes/no] ")
                .orElseThrow(() -> CommandFailedException.usage(
                        whatWillHappen + " Nothing was done: there is nobody to ask. Add --yes to go on."));
        if (!answer.strip().equalsIgnoreCase("yes")) {
            throw CommandFailedException.refused("Nothing was done.");
        }
    }
}
