package dev.durin.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptWeightsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json;q=1",
                "text/html;q=0.5, application/json ; Q = 0.123 ;x=y",
                "a/b;q=0.",
                "a/b;q=.5",
                "a/b;p=\"x;q=high\"",
                "a/b;p=\"\\\";q=high\";q=1",
                "",
            })
    void areNumbersThenYes(String accept) {
        assertThat(AcceptWeights.areNumbers(accept)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b;q=", "a/b;q=x", "a/b;q=1x", "a/b;q=1.5.2", "a/b;q=., c/d", "c/d, a/b; Q =high;x=y"})
    void areNoNumbersThenNo(String accept) {
        assertThat(AcceptWeights.areNumbers(accept)).isFalse();
    }

    /** What takes the square of the length takes minutes here. */
    @Test
    void longThenReadOnce() {
        String digits = "1".repeat(500_000);
        String spaces = " ".repeat(500_000);
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            assertThat(AcceptWeights.areNumbers("a/b;q=" + digits + "x")).isFalse();
            assertThat(AcceptWeights.areNumbers("a/b;q=" + digits + spaces + "x"))
                    .isFalse();
            assertThat(AcceptWeights.areNumbers("a/b;p=\"" + digits)).isTrue();
        });
    }
}
