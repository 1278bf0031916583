package dev.durin.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectorTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000000000000000000000000000000",
                "ffffffffffffffffffffffffffffffff",
                "0123456789abcdeffedcba9876543210",
                "80000000000000007fffffffffffffff"
            })
    void textThenAsItWasRead(String text) {
        assertThat(Selector.parse(text).orElseThrow().text()).isEqualTo(text);
        assertThat(Selector.in("acme_" + text, 5))
                .isEqualTo(Selector.parse(text).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "0123456789abcdeffedcba987654321g",
                "0123456789abcdeffedcba98765432100",
                "0123456789ABCDEFFEDCBA9876543210"
            })
    void parseWhenWrittenByHandThenNone(String text) {
        assertThat(Selector.parse(text)).isEmpty();
    }

    /** As those are that are in the table, on every node. */
    @Test
    void sortThenInTheOrderOfTheTexts() {
        List<String> texts = List.of(
                "00000000000000007fffffffffffffff",
                "00000000000000008000000000000000",
                "7fffffffffffffff0000000000000000",
                "80000000000000000000000000000000",
                "ffffffffffffffffffffffffffffffff");

        assertThat(texts).isSorted();
        assertThat(texts.stream().map(text -> Selector.in(text, 0))).isSorted();
    }

    @Test
    void toStringThenNothingOfTheToken() {
        assertThat(Selector.in("0123456789abcdeffedcba9876543210", 0).toString())
                .doesNotContain("0123", "3210");
    }
}
