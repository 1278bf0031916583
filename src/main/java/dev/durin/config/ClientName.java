package dev.durin.config;

import java.util.Optional;

/** What a client may be called. */
public final class ClientName {

    private static final int LONGEST = 64;

    private ClientName() {}

    /**
     * What is wrong with a name.
     *
     * @param name the name
     * @return a sentence that says what would be right, or empty when the name can be used
     */
    public static Optional<String> fault(String name) {
        if (name.isBlank() || !name.equals(name.strip())) {
            return Optional.of("A client's name must not be blank nor begin or end with a space.");
        }
        if (name.length() > LONGEST) {
            return Optional.of("A client's name has at most " + LONGEST + " characters, not " + name.length() + ".");
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            return Optional.of("A client's name must not contain control characters.");
        }
        return Optional.empty();
    }
}
