package dev.durin.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestKeyTest {

    private static final List<String> KNOWN = List.of("alpha", "beta", "alphabet");

    @ParameterizedTest
    @CsvSource({
        "alpha, alpha",
        "alpah, alpha",
        "alpa, alpha",
        "alphab, alpha",
        "alphabe, alphabet",
        "bet, beta",
        "Beta, beta",
        "xeta, beta",
        "'', beta",
        "alphabeta, alphabet",
    })
    void toWhenMistypedThenKeyWithFewestChanges(String mistyped, String nearest) {
        assertThat(NearestKey.to(mistyped, KNOWN)).isEqualTo(nearest);
    }

    @Test
    void toWhenTwoAreEquallyNearThenFirst() {
        assertThat(NearestKey.to("cat", List.of("bat", "hat"))).isEqualTo("bat");
    }

    @Test
    void toWhenNothingKnownThenEmpty() {
        assertThat(NearestKey.to("alpha", List.of())).isEmpty();
    }
}
