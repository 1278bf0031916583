package dev.durin.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Those of this process. */
final class ProcessSurroundings implements Surroundings {

    @Override
    public Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }

    @Override
    public Optional<String> secret(String prompt) {
        return terminal().map(console -> console.readPassword("%s", prompt)).map(String::valueOf);
    }

    @Override
    public Optional<String> answer(String prompt) {
        return terminal().map(console -> console.readLine("%s", prompt));
    }

    private static Optional<Console> terminal() {
        return Optional.ofNullable(System.console()).filter(ProcessSurroundings::isTerminal);
    }

    /** From Java 22 on there may be a console without a terminal, which would write what it asks into the answer. */
    private static boolean isTerminal(Console console) {
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    @Override
    public Optional<String> firstLineOfInput() {
        try {
            // Not closed: the input is the process's own.
            BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            return Optional.ofNullable(input.readLine());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
