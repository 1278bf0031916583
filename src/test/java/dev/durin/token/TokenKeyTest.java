package dev.durin.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durin.usage.Selector;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenKeyTest {

    private static final Selector SELECTOR = Selector.in(TestTokens.SELECTOR, 0);

    /** Computed without Durin, with Python's {@code hmac}. */
    @Test
    void idWhenSecretKnownThenIdKnown() {
        assertThat(TestTokens.key(0).id()).isEqualTo("ddf50ab9d68a381a");
    }

    @Test
    void idWhenOtherSecretThenOtherId() {
        assertThat(TestTokens.key(1).id()).isNotEqualTo(TestTokens.key(0).id());
    }

    @Test
    void idWhenSecretLongerThenOtherId() {
        byte[] longer = Arrays.copyOf(TestTokens.secret(0), 33);

        assertThat(new TokenKey(longer).id()).isNotEqualTo(TestTokens.key(0).id());
    }

    @Test
    void macWhenManyThreadsThenThatOfEachSelector() {
        TokenKey key = TestTokens.key(0);
        List<byte[]> expected = IntStream.range(0, 10)
                .mapToObj(number -> key.mac(new Selector(0, number)))
                .toList();

        List<byte[]> macs = IntStream.range(0, 10_000)
                .parallel()
                .mapToObj(round -> key.mac(new Selector(0, round % 10)))
                .toList();

        for (int round = 0; round < macs.size(); round++) {
            assertThat(macs.get(round)).isEqualTo(expected.get(round % 10));
        }
    }

    @Test
    void macWhenSelectorsMixedThenEachHasItsOwn() {
        TokenKey key = TestTokens.key(0);
        Selector other = new Selector(0, 0);

        assertThat(key.mac(SELECTOR)).hasSize(32).isNotEqualTo(key.mac(other));
        assertThat(key.mac(SELECTOR)).isEqualTo(TestTokens.key(0).mac(SELECTOR));
    }

    // B9.80
    /** Computed without Durin, with Python's {@code hmac}. */
    @ParameterizedTest
    @CsvSource({
        "MAILED_LINKS, 3afc3a4dbe826b33fd72568684e514372139cc31adecef791a925d19bf9cb85c",
        "SCOPED_TOKENS, e110bd670c62e1767b3ac9cc7592d7e07c6c165e4a39c710e4975329291e8585"
    })
    void codeWhenOtherPurposeThenOfAnotherKey(KeyPurpose purpose, String code) {
        byte[] message = "a message".getBytes(StandardCharsets.US_ASCII);

        assertThat(TestTokens.key(0).code(purpose, message))
                .isEqualTo(HexFormat.of().parseHex(code));
    }

    // B1.6
    @Test
    void toStringWhenCalledThenOnlyTheId() {
        assertThat(TestTokens.key(0)).hasToString("TokenKey[ddf50ab9d68a381a]");
    }

    // B1.6
    @Test
    void toStringWhenEntityOfKeyThenNoSecret() {
        KeyEntity entity = new KeyEntity(TestTokens.secret(0), TestTokens.CREATED);

        assertThat(entity).hasToString("KeyEntity[created=2026-11-20T05:18:04.673Z]");
        assertThat(entity.secret()).isEqualTo(TestTokens.secret(0));
    }
}
