package dev.durin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What holds for all commands. */
class MainTest {

    private static final TestSurroundings NOTHING = new TestSurroundings();

    static List<CommandLine> commands() {
        List<CommandLine> all = new ArrayList<>();
        addAll(Main.commandLine(NOTHING), all);
        return all;
    }

    private static void addAll(CommandLine command, List<CommandLine> all) {
        all.add(command);
        command.getSubcommands().values().forEach(subcommand -> addAll(subcommand, all));
    }

    private static Run run(String... arguments) {
        return Run.of(NOTHING, arguments);
    }

    @Test
    void commandsThenTheseAndNoOthers() {
        assertThat(commands().stream().map(command -> command.getCommandSpec().qualifiedName()))
                .containsExactlyInAnyOrder(
                        "durin",
                        "durin login",
                        "durin logout",
                        "durin client",
                        "durin client list",
                        "durin client create",
                        "durin client change",
                        "durin client delete",
                        "durin token",
                        "durin token list",
                        "durin token find",
                        "durin token issue",
                        "durin token revoke",
                        "durin account",
                        "durin account list",
                        "durin account disable",
                        "durin account enable",
                        "durin account groups",
                        "durin account confirm",
                        "durin events",
                        "durin figures",
                        "durin schema",
                        "durin schema print",
                        "durin key",
                        "durin key generate");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpThenItSaysWhatTheCommandDoesAndWhatItEndsWith(CommandLine command) {
        String name = command.getCommandSpec().qualifiedName();
        String[] arguments = Stream.concat(Stream.of(name.split(" ")).skip(1), Stream.of("--help"))
                .toArray(String[]::new);

        Run help = run(arguments);

        assertThat(help.exitCode()).as(help.err()).isZero();
        assertThat(help.out()).contains("Usage: " + name, "--version", "The server was not reached.");
        assertThat(command.getCommandSpec().usageMessage().description()).isNotEmpty();
    }

    /** Arguments can be seen by others on the machine, and end in files of the shell. */
    @ParameterizedTest
    @MethodSource("commands")
    void optionsThenNoneTakesASecret(CommandLine command) {
        assertThat(command.getCommandSpec().options())
                .filteredOn(option -> option.arity().max() > 0)
                .flatMap(option -> List.of(option.names()))
                .doesNotContain("--token", "--password", "--secret", "--key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "client",
                "token",
                "account",
                "schema",
                "key",
                "clients",
                "client lists",
                "client list --serve x"
            })
    void commandWhenIncompleteOrUnknownThenUsage(String command) {
        Run run = run(command.isEmpty() ? new String[0] : command.split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("See: durin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "token list --token=hush-hush",
                "token list hush-hush",
                "token revoke hush-hush",
                "token list --limit hush-hush",
                "token find hush-hush",
                "login --password hush-hush"
            })
    void argumentWhenItMayBeASecretThenItIsNotRepeated(String command) {
        Run run = run(command.split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out() + run.err()).doesNotContain("hush");
    }

    @Test
    void optionWhenUnknownThenNamed() {
        assertThat(run("token", "list", "--token=hush-hush").err()).contains("There is no such option here: --token");
    }

    @Test
    void versionThenSaid() {
        assertThat(run("--version").out()).startsWith("durin ");
        assertThat(run("client", "list", "--version").exitCode()).isZero();
    }

    @Test
    void serverWhenNotGivenThenUsageWithTheWayToGiveIt() {
        Run run = Run.of(new TestSurroundings().variable("DURIN_TOKEN", "x"), "client", "list");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--server https://shop.example/api/auth", "DURIN_SERVER");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shop.example/api/auth",
                "ftp://shop.example/",
                "https://alice:hush-hush@shop.example/api/auth",
                "https://shop.example/api/auth?token=hush-hush",
                "https://shop.example/api/auth#hush-hush",
                "https:///api",
                "https://hush-hush@ /",
                "nonsense hush-hush"
            })
    void serverWhenItIsNoAddressThenUsageWithoutRepeatingIt(String server) {
        Run run = Run.of(new TestSurroundings().variable("DURIN_TOKEN", "x"), "client", "list", "--server", server);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--server: ").doesNotContain("hush");
    }
}
