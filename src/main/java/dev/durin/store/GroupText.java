package dev.durin.store;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Groups in one column: a line each, ended by a line feed, with backslash, line feed and NUL escaped. */
public final class GroupText {

    private GroupText() {}

    /**
     * Groups as text.
     *
     * @param groups the groups
     * @return the text, the same for the same groups
     */
    public static String write(Set<String> groups) {
        return groups.stream()
                .sorted()
                .map(group -> group.replace("\\", "\\\\").replace("\n", "\\n").replace("\0", "\\0") + "\n")
                .collect(Collectors.joining());
    }

    /**
     * Groups from text.
     *
     * @param text what {@link #write} has made
     * @return the groups
     */
    public static Set<String> read(String text) {
        if (text.isEmpty()) {
            return Set.of();
        }
        return Arrays.stream(withoutLastLineFeed(text).split("\n", -1))
                .map(GroupText::unescaped)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static char unescaped(char escaped) {
        return switch (escaped) {
            case 'n' -> '\n';
            case '0' -> '\0';
            default -> escaped;
        };
    }

    private static String withoutLastLineFeed(String text) {
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }

    private static String unescaped(String line) {
        StringBuilder group = new StringBuilder(line.length());
        for (int at = 0; at < line.length(); at++) {
            char character = line.charAt(at);
            if (character == '\\' && at + 1 < line.length()) {
                at++;
                group.append(unescaped(line.charAt(at)));
            } else {
                group.append(character);
            }
        }
        return group.toString();
    }
}
