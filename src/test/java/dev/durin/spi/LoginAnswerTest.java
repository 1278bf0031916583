package dev.durin.spi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durin.spi.LoginResponse.LoginAnswer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginAnswerTest {

    // B1.6: nor among the members of the answer, which hold it a second time.
    @Test
    void toStringWhenTokenThenLastFourCharacters() {
        String token = "000102030405060708090a0b0c0d0e0f3c3a8e17697f5ca8b0483d45f9e0cc92";
        LoginAnswer answer = new LoginAnswer("alice", "web", Expiry.NEVER, token, Map.of("token", token));

        assertThat(answer).hasToString("LoginAnswer[caller=alice, client=web, expiry=Never[], token=…cc92]");
    }

    /** A test of an application may make answers of its own. */
    @ParameterizedTest
    @CsvSource({"'', …", "abc, …abc", "abcde, …bcde"})
    void toStringWhenTokenShortThenNoException(String token, String shown) {
        LoginAnswer answer = new LoginAnswer("alice", "web", Expiry.NEVER, token, Map.of());

        assertThat(answer.toString()).endsWith("token=" + shown + "]");
    }
}
