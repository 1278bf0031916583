package dev.durin.cli;

import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is said of commands that fail, on the error output; never an argument that may be a secret. */
final class Failures {

    private Failures() {}

    static int misunderstood(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(Text.clean(reason(failure)));
        err.println("See: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    static int failed(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        if (failure instanceof CommandFailedException known) {
            known.getMessage().lines().map(Text::clean).forEach(command.getErr()::println);
            return known.exitCode();
        }
        throw failure;
    }

    /** Somebody may have typed a token or a password where none belongs; it must not end in a log. */
    private static String reason(ParameterException failure) {
        if (failure instanceof UnmatchedArgumentException unmatched) {
            List<String> options = unmatched.getUnmatched().stream()
                    .filter(argument -> argument.startsWith("-"))
                    .map(argument -> argument.split("=", 2)[0])
                    .toList();
            return options.isEmpty()
                    ? "There is an argument too many, or a command that is none."
                    : "There is no such option here: " + String.join(", ", options);
        }
        return failure.getValue() == null
                ? String.valueOf(failure.getMessage())
                : name(failure.getArgSpec()) + ": what was given cannot be used.";
    }

    private static String name(@Nullable ArgSpec argument) {
        if (argument instanceof OptionSpec option) {
            return option.longestName();
        }
        return argument == null ? "An argument" : argument.paramLabel();
    }
}
