package dev.durin.cli;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code login}: a token for name and password. */
@Command(name = "login", description = "Logs in, and shows the token or writes it into a file.")
final class LoginCommand extends ServerCommand implements Runnable {

    @Mixin
    private ServerOptions options = new ServerOptions();

    @Mixin
    private TokenResult result = new TokenResult();

    @Option(
            names = {"-u", "--username"},
            paramLabel = "NAME",
            description = "Who logs in; asked for unless given.")
    private @Nullable String username;

    @Option(
            names = "--client",
            paramLabel = "NAME",
            defaultValue = "durin-console",
            description = "For which client; durin-console unless given.")
    private String client = "durin-console";

    @Option(
            names = "--password-stdin",
            description =
                    "Takes the first line of the standard input for the password. It is never an argument: those can be"
                            + " seen by others.")
    private boolean passwordFromInput;

    LoginCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public void run() {
        result.check();
        Server server = server(options);
        JsonObject login = Json.createObjectBuilder()
                .add(
                        "username",
                        Optional.ofNullable(username).or(this::askedName).orElseThrow(LoginCommand::nobodyToAsk))
                .add("password", password())
                .add("client", client)
                .build();
        result.keep(server.post(RequestPath.of("/login"), login), output(options));
    }

    private Optional<String> askedName() {
        return surroundings().answer("Name: ");
    }

    private String password() {
        return (passwordFromInput
                        ? surroundings().firstLineOfInput()
                        : surroundings().secret("Password: "))
                .filter(text -> !text.isEmpty())
                .orElseThrow(LoginCommand::nobodyToAsk);
    }

    private static CommandFailedException nobodyToAsk() {
        return CommandFailedException.usage("There is no terminal to ask for name and password: give --username and"
                + " --password-stdin. Where only the output goes elsewhere, use --save FILE instead.");
    }
}
