package dev.durin.endpoint;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RequestBodyEdgesTest {
    static Stream<String> bad() {
        return Stream.of(
                "[".repeat(100_000),
                "{\"a\":".repeat(100_000),
                "{\"username\":" + "1".repeat(1101) + "}",
                "{\"username\":1e99999999999}",
                "{\"username\":\"alice\"} hunter2",
                "{\"username\":\"alice\"}{}",
                "{\"username\":\"\\ud800\"}");
    }

    @ParameterizedTest
    @MethodSource("bad")
    void ofJsonWhenTheParserChokesThenBadRequest(String body) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> RequestBody.ofJson(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)))
                        .required(Map.of("username", 255), Map.of()));
    }
}
