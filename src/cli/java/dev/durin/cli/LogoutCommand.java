package dev.durin.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code logout}: the end of the operator's token. */
@Command(name = "logout", description = "Ends the token that it is given.")
final class LogoutCommand extends ServerCommand implements Runnable {

    @Mixin
    private OperatorOptions options = new OperatorOptions();

    LogoutCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public void run() {
        output(options).show(server(options).post(RequestPath.of("/logout")), () -> "Logged out.");
    }
}
