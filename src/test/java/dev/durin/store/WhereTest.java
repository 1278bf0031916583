package dev.durin.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhereTest {

    @ParameterizedTest
    @CsvSource({
        "al, am",
        "a, b",
        "a%, a&",
        "\uD7FF, \uE000",
        "\uFFFF, \uD800\uDC00",
        "\uD83E\uDD8A, \uD83E\uDD8B",
        "a\uDBFF\uDFFF, b",
    })
    void firstAfterWhenThereIsOneThenTheNextByCodePoints(String beginning, String after) {
        assertThat(Where.firstAfter(beginning)).contains(after);
    }

    @Test
    void firstAfterWhenNothingComesAfterThenEmpty() {
        assertThat(Where.firstAfter("\uDBFF\uDFFF\uDBFF\uDFFF")).isEmpty();
    }

    @Test
    void beginningWhenGivenThenARange() {
        assertThat(Where.EVERYTHING.and("a = ?", 1).andBeginsWith("b", "x").sql())
                .isEqualTo(" WHERE a = ? AND b >= ? AND b < ?");
        assertThat(Where.EVERYTHING.andBeginsWith("b", "").sql()).isEmpty();
    }

    /** Not every database takes it as a parameter. */
    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "\uD800", "a\uDC00"})
    void beginningWhenNoColumnCanHaveItThenNothingIsFound(String beginning) {
        assertThat(Where.EVERYTHING.andBeginsWith("b", beginning).sql()).isEqualTo(" WHERE 1 = 0");
    }

    @Test
    void toStringThenWithoutTheValues() {
        assertThat(Where.EVERYTHING.and("a = ?", "secret")).hasToString("Where[a = ?]");
    }
}
