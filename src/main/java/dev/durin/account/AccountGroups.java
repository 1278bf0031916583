package dev.durin.account;

import dev.durin.store.GroupText;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** What groups an account may be in. */
final class AccountGroups {

    /** As the column on H2 has it. */
    private static final int LONGEST = 100_000;

    private AccountGroups() {}

    /**
     * The groups, if there may be these.
     *
     * @throws InvalidAccountException when not
     */
    static Set<String> checked(Set<String> names) {
        String text = GroupText.write(names);
        if (text.length() > LONGEST) {
            throw new InvalidAccountException(
                    "groups", "The names of all groups together have at most " + LONGEST + " characters.");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new InvalidAccountException("groups", "The name of a group must not contain half of a character.");
        }
        return Set.copyOf(names);
    }
}
