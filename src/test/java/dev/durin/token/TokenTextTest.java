package dev.durin.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TokenTextTest {

    private static final TokenText TEXT = new TokenFormat("", 64).write(TestTokens.SELECTOR, TestTokens.key(0));

    @Test
    void toStringWhenTokenThenLastFourCharacters() {
        assertThat(TEXT).hasToString("TokenText[…cc92]");
    }

    // B1.6
    @ParameterizedTest
    @MethodSource("bearers")
    void toStringWhenItBearsTokenThenAtMostItsLastFourCharacters(Object bearer) {
        String shown = bearer.toString();

        assertThat(piecesOf(TEXT.reveal())).noneMatch(shown::contains);
    }

    static Stream<Object> bearers() {
        VerifiedToken verified = TestTokens.verified("alice", "web", "staff");
        return Stream.of(
                TEXT,
                new IssuedToken(verified.token(), TEXT, true),
                verified,
                verified.token(),
                new Verification.Valid(verified));
    }

    // B1.6
    @ParameterizedTest
    @MethodSource("bearers")
    void serializeWhenItBearsTokenThenRefused(Object bearer) throws IOException {
        try (ObjectOutputStream stream = new ObjectOutputStream(OutputStream.nullOutputStream())) {
            assertThatExceptionOfType(NotSerializableException.class).isThrownBy(() -> stream.writeObject(bearer));
        }
    }

    /** Every five characters in a row, one more than may be shown. */
    private static Stream<String> piecesOf(String text) {
        return Stream.iterate(0, at -> at + 5 <= text.length(), at -> at + 1).map(at -> text.substring(at, at + 5));
    }
}
