package dev.durin.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durin.token.TokenQuery.Order;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenPositionTest {

    @ParameterizedTest
    @EnumSource(Order.class)
    void textWhenReadAgainThenTheSamePlace(Order order) {
        TokenPosition position = new TokenPosition(order, 1_700_000_000_000L, 42, order == Order.CALLER ? "zoë:x" : "");

        assertThat(TokenPosition.parse(position.text(), order)).contains(position);
        assertThat(position.text()).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void parseWhenOfAnotherOrderThenEmpty() {
        String text = new TokenPosition(Order.NEWEST, 1, 2, "").text();

        assertThat(TokenPosition.parse(text, Order.OLDEST)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "newest", "newest:1:2", "newest:x:2:", "newest:1::", "newest:1:2:a\0", "oldest:1:2:"})
    void parseWhenItIsNoPlaceThenEmpty(String parts) {
        String text = Base64.getUrlEncoder().encodeToString(parts.getBytes(StandardCharsets.UTF_8));

        assertThat(TokenPosition.parse(text, Order.NEWEST)).isEmpty();
    }

    @Test
    void parseWhenItIsNotWrittenSoThenEmpty() {
        assertThat(TokenPosition.parse("***", Order.NEWEST)).isEmpty();
    }
}
