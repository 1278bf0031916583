package dev.durin.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GroupTextTest {

    @ParameterizedTest
    @MethodSource("groups")
    void readWhenWrittenThenSameGroups(Set<String> groups) {
        assertThat(GroupText.read(GroupText.write(groups))).isEqualTo(groups);
    }

    static Stream<Set<String>> groups() {
        return Stream.of(
                Set.of(),
                Set.of("staff"),
                Set.of("staff", "admin", "a b", " ", "\t"),
                Set.of("", "staff"),
                Set.of("\\"),
                Set.of("\n"),
                Set.of("\\n", "\n", "\\\n", "\n\\", "\\\\n", "n"),
                Set.of("\\\\", "\\"),
                Set.of("a\nb", "a", "b"),
                Set.of("\r", "\r\n", "\u2028"),
                Set.of("cn=admins,ou=groups", "Zoë", "\ud83d\ude00", "\0"),
                Set.of("x".repeat(10_000)));
    }

    /** Written by hand into the table. */
    @Test
    void readWhenBackslashEscapesNothingThenNoException() {
        assertThat(GroupText.read("a\\\nb\\")).containsExactlyInAnyOrder("a\\", "b\\");
    }

    /** One who can name a group must not get into another. */
    @Test
    void readWhenNameHoldsLineFeedThenNoGroupBeside() {
        Set<String> read = GroupText.read(GroupText.write(Set.of("guests\nadmin")));

        assertThat(read).doesNotContain("admin");
    }

    @Test
    void writeWhenSameGroupsThenSameText() {
        assertThat(GroupText.write(Set.of("c", "a", "b"))).isEqualTo("a\nb\nc\n");
    }
}
