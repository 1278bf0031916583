package dev.durin.token;

import static org.assertj.core.api.Assertions.assertThat;

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
    @ValueSource(strings = {"", "0", "0123456789abcdeffedcba987654321g", "0123456789abcdeffedcba98765432100"})
    void parseWhenWrittenByHandThenNone(String text) {
        assertThat(Selector.parse(text)).isEmpty();
    }

    @Test
    void toStringThenNothingOfTheToken() {
        assertThat(Selector.in("0123456789abcdeffedcba9876543210", 0).toString())
                .doesNotContain("0123", "3210");
    }
}
