package dev.durin.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ScopeType;

/** The command line: {@code java -jar durin-cli.jar client list}. */
@Command(
        name = "durin",
        description =
                "Steers Durin: clients, tokens, accounts. The endpoints are at --server, an operator's token is in"
                        + " the variable DURIN_TOKEN or in a file (--token-file).",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        scope = ScopeType.INHERIT,
        usageHelpAutoWidth = true,
        exitCodeOnInvalidInput = ExitCode.USAGE,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is done.",
            "1:The server has refused it, or whoever was asked.",
            "2:The command cannot be understood, or lacks something.",
            "3:The server was not reached."
        })
final class Main {

    private Main() {}

    /**
     * Does what the arguments say, and ends the process with one of {@link ExitCode}.
     *
     * @param arguments the command
     */
    public static void main(String[] arguments) {
        System.exit(commandLine(new ProcessSurroundings()).execute(arguments));
    }

    /** The whole command line, in these surroundings. */
    static CommandLine commandLine(Surroundings surroundings) {
        return new CommandLine(new Main())
                .addSubcommand(new LoginCommand(surroundings))
                .addSubcommand(new LogoutCommand(surroundings))
                .addSubcommand(new ClientCommand(surroundings))
                .addSubcommand(new TokenCommand(surroundings))
                .addSubcommand(new AccountCommand(surroundings))
                .addSubcommand(new EventsCommand(surroundings))
                .addSubcommand(new FiguresCommand(surroundings))
                .addSubcommand(new SchemaCommand())
                .addSubcommand(new KeyCommand())
                // A caller's name may begin with an @, which is no file's then.
                .setExpandAtFiles(false)
                .setParameterExceptionHandler(Failures::misunderstood)
                .setExecutionExceptionHandler(Failures::failed);
    }

    /** The version in the manifest of the JAR. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"durin " + (version == null ? "(not from its JAR)" : version)};
        }
    }
}
