package dev.durin.account;

import dev.durin.store.FreeText;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** What an account may be called, and what names are compared by. */
final class AccountName {

    private static final int LONGEST = 255;

    private AccountName() {}

    /** What is wrong with a name, if anything is. */
    static Optional<String> fault(String name) {
        if (name.isBlank() || !name.equals(name.strip())) {
            return Optional.of("A name must not be blank nor begin or end with a space.");
        }
        if (name.length() > LONGEST || folded(name).length() > LONGEST) {
            return Optional.of("A name has at most " + LONGEST + " characters.");
        }
        // Neither a control character, nor half of a character, which no database takes.
        if (!FreeText.cut(name, LONGEST).equals(name)
                || !StandardCharsets.UTF_8.newEncoder().canEncode(name)) {
            return Optional.of("A name must not contain control characters.");
        }
        return Optional.empty();
    }

    /** What a name is compared by. */
    static String natural(String name, boolean caseInsensitive) {
        return caseInsensitive ? folded(name) : name;
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
