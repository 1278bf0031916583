package dev.durin.cli;

import java.util.Optional;

/** What a command has from outside beside its arguments. */
interface Surroundings {

    /** An environment variable; one that is blank counts as not set. */
    Optional<String> variable(String name);

    /** What somebody types at the terminal without its being shown; empty when there is no terminal. */
    Optional<String> secret(String prompt);

    /** What somebody types at the terminal; empty when there is no terminal. */
    Optional<String> answer(String prompt);

    /** The first line of the standard input; empty when there is none. */
    Optional<String> firstLineOfInput();
}
