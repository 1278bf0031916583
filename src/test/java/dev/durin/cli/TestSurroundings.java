package dev.durin.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Surroundings that a test makes up; at first there is nothing, and nobody at a terminal. */
final class TestSurroundings implements Surroundings {

    private final Map<String, String> variables = new HashMap<>();
    private @Nullable String typed;
    private @Nullable String input;
    private @Nullable String asked;

    TestSurroundings variable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    /** Somebody is at the terminal and types this to whatever they are asked. */
    TestSurroundings typing(String text) {
        typed = text;
        return this;
    }

    TestSurroundings input(String line) {
        input = line;
        return this;
    }

    /** What was asked last. */
    String asked() {
        return String.valueOf(asked);
    }

    @Override
    public Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name));
    }

    @Override
    public Optional<String> secret(String prompt) {
        return answer(prompt);
    }

    @Override
    public Optional<String> answer(String prompt) {
        asked = prompt;
        return Optional.ofNullable(typed);
    }

    @Override
    public Optional<String> firstLineOfInput() {
        return Optional.ofNullable(input);
    }
}
