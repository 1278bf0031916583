package dev.durin.scoped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.durin.token.TestTokens;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScopedTokenRequestTest {

    private final ScopedTokenRequest request = ScopedTokenRequest.of("alice");

    @Test
    void allowThenEachWithItsParameters() {
        ScopedTokenRequest with = request.allow("GET", "/foo")
                .allow(String.class, "substring")
                .with("id", 42)
                .with("kind", "pdf")
                .allow(String.class, "length");

        assertThat(with.operations())
                .isEqualTo(List.of(
                        new Operation.OnPath("GET", "/foo"),
                        new Operation.OnResource("java.lang.String", "substring", Map.of("id", "42", "kind", "pdf")),
                        new Operation.OnResource("java.lang.String", "length", Map.of())));
        assertThat(request.operations()).isEmpty();
    }

    @Test
    void withWhenNoResourceMethodWasAllowedThenRefused() {
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> request.with("id", 1));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> request.allow("GET", "/foo").with("id", 1));
    }

    @Test
    void allowOfAMethodThatIsNotThereThenRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request.allow(String.class, "invoice"))
                .withMessage("java.lang.String has no public method invoice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"get", "TRACE", "CONNECT", "", "GET ", "*"})
    void allowOfAnUnknownMethodThenRefused(String method) {
        assertThatIllegalArgumentException().isThrownBy(() -> request.allow(method, "/foo"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " x", "x ", "a\nb", "a\u0000", "é"})
    void recipientThatCannotBeThenRefused(String recipient) {
        assertThatIllegalArgumentException().isThrownBy(() -> request.recipient(recipient));
        assertThatIllegalArgumentException().isThrownBy(() -> request.recipient("x".repeat(101)));
        assertThat(request.recipient("x".repeat(100)).recipient()).hasSize(100);
    }

    @Test
    void expiresInLessThanASecondThenRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> request.expiresIn(Duration.ofMillis(999)));
        assertThatIllegalArgumentException().isThrownBy(() -> request.expiresIn(Duration.ofDays(-1)));
    }

    @Test
    void ofWhoCannotBeThenRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> ScopedTokenRequest.of(""));
        assertThatIllegalArgumentException().isThrownBy(() -> ScopedTokenRequest.of("x".repeat(256)));
        assertThatIllegalArgumentException().isThrownBy(() -> ScopedTokenRequest.of("a\0"));
    }

    @Test
    void parentOfAnotherCallerThenRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> request.parent(TestTokens.verified("bob", "web")));
        assertThat(ScopedTokenRequest.of(TestTokens.verified("bob", "web")).caller())
                .isEqualTo("bob");
    }
}
