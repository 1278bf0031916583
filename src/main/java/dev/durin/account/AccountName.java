package dev.durin.account;

import dev.durin.store.FreeText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an account may be called, and what names are compared by. */
final class AccountName {

    private static final int LONGEST = 255;
    private static final int IDEOGRAPHIC_SPACE = 0x3000;
    private static final String SPACES = "A name must not be blank nor begin or end with a space.";

    /** What is not shown although it is a letter, a mark or a symbol: joiners, fillers, variations, a pattern without dots. */
    private static final List<Range> INVISIBLE = List.of(
            new Range(0x034f, 0x034f),
            new Range(0x115f, 0x1160),
            new Range(0x17b4, 0x17b5),
            new Range(0x180b, 0x180f),
            new Range(0x2800, 0x2800),
            new Range(0x3164, 0x3164),
            new Range(0xfe00, 0xfe0f),
            new Range(0xffa0, 0xffa0),
            new Range(0xe0000, 0xe0fff));

    private AccountName() {}

    /** What is wrong with a name, if anything is. */
    static Optional<String> fault(String name) {
        if (name.isBlank() || !name.equals(name.strip())) {
            return Optional.of(SPACES);
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

    /**
     * What is wrong with the name of a new account, if anything is: nobody may have a name that looks like somebody else's
     * because something in it cannot be seen. An account that is taken over has the name that it had.
     */
    static Optional<String> faultOfNew(String name) {
        return fault(name).or(() -> name.codePoints()
                .filter(AccountName::isInvisible)
                .mapToObj(point -> String.format(
                        Locale.ROOT, "A name must not contain characters that cannot be seen, such as U+%04X.", point))
                .findFirst()
                .or(() -> beginsOrEndsWithSpace(name) ? Optional.of(SPACES) : Optional.empty()));
    }

    /** Also one that is no white space to Java, such as one that does not break. */
    private static boolean beginsOrEndsWithSpace(String name) {
        return Character.isSpaceChar(name.charAt(0)) || Character.isSpaceChar(name.charAt(name.length() - 1));
    }

    private static boolean isInvisible(int point) {
        int type = Character.getType(point);
        return type == Character.FORMAT
                || type == Character.UNASSIGNED
                || type == Character.PRIVATE_USE
                || (type == Character.SPACE_SEPARATOR && point != ' ' && point != IDEOGRAPHIC_SPACE)
                || INVISIBLE.stream().anyMatch(range -> range.contains(point));
    }

    /** What a name is compared by. */
    static String natural(String name, boolean caseInsensitive) {
        return caseInsensitive ? folded(name) : name;
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private record Range(int first, int last) {

        boolean contains(int point) {
            return first <= point && point <= last;
        }
    }
}
