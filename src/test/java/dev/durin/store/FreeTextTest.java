package dev.durin.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FreeTextTest {

    private static final String FACE = "\ud83d\ude00";

    // B11.96
    @ParameterizedTest
    @CsvSource({"'', 4, ''", "abc, 4, abc", "abcd, 4, abcd", "abcde, 4, abcd", "abc, 0, ''"})
    void cutWhenTooLongThenBeginning(String text, int most, String kept) {
        assertThat(FreeText.cut(text, most)).isEqualTo(kept);
    }

    @Test
    void cutWhenPairOfSurrogatesDoesNotFitThenLeftOutWhole() {
        assertThat(FreeText.cut("abc" + FACE, 4)).isEqualTo("abc");
        assertThat(FreeText.cut("ab" + FACE, 4)).isEqualTo("ab" + FACE);
        assertThat(FreeText.cut(FACE + FACE + "a", 3)).isEqualTo(FACE);
    }

    /** Else a name could be read that nobody wrote. */
    @Test
    void cutWhenSomethingDidNotFitThenNothingBehindIt() {
        assertThat(FreeText.cut("abc" + FACE + "d", 4)).isEqualTo("abc");
    }

    // B11.92
    @ParameterizedTest
    @ValueSource(strings = {"\r", "\n", "\t", "\0", "\u001b", "\u007f", "\u0085", "\u009b"})
    void cutWhenControlCharacterThenSpace(String control) {
        assertThat(FreeText.cut("a" + control + "b", 4)).isEqualTo("a b");
    }

    @Test
    void cutWhenNoControlCharacterThenAsItIs() {
        String text = "Zoë's \u65e5\u672c " + FACE;

        assertThat(FreeText.cut(text, 255)).isEqualTo(text);
    }
}
