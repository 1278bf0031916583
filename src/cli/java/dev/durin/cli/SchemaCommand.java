package dev.durin.cli;

import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code schema}: the scripts that make Durin's tables. Needs no server. */
@Command(name = "schema", description = "Prints the scripts that make Durin's tables. Needs no server.")
final class SchemaCommand {

    /** Set before any command runs. */
    @Spec
    private @Nullable CommandSpec spec;

    @Command(
            description =
                    "Prints the scripts in their order. Each says itself in durin_schema_history that it has run.")
    void print(
            @Option(
                            names = "--database",
                            required = true,
                            paramLabel = "NAME",
                            description = "For which database: h2, postgresql or mariadb.")
                    String database,
            @Option(
                            names = "--from",
                            defaultValue = "1",
                            paramLabel = "VERSION",
                            description = "The first that is wanted, one more than the tables have; 1 unless given.")
                    int from) {
        SchemaScripts scripts = SchemaScripts.of(database);
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (from < 1 || from > scripts.latest()) {
            throw CommandFailedException.usage("--from: there are scripts from 1 to " + scripts.latest() + ".");
        }
        scripts.from(from).forEach(script -> {
            out.println("-- " + script.fileName());
            out.println(script.text().strip());
            out.println();
        });
        out.flush();
    }
}
