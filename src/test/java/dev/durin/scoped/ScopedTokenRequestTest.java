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

    /** Written down it would be another character, and the token good for something else. */
    @ParameterizedTest(name = "{index}")
    @ValueSource(strings = {"\ud800", "a\udc00b", "\udc00\ud800"})
    void halfOfACharacterThenRefusedWhereverItIs(String half) {
        ScopedTokenRequest method = request.allow(String.class, "length");

        assertThatIllegalArgumentException().isThrownBy(() -> ScopedTokenRequest.of(half));
        assertThatIllegalArgumentException().isThrownBy(() -> request.allow("GET", "/" + half));
        assertThatIllegalArgumentException().isThrownBy(() -> request.allow("GET", "/%41" + half));
        assertThatIllegalArgumentException().isThrownBy(() -> request.recipient(half));
        assertThatIllegalArgumentException().isThrownBy(() -> method.with("id", half));
        assertThatIllegalArgumentException().isThrownBy(() -> method.with(half, 1));
        assertThat(method.with("id", "\ud83d\ude00")
                        .allow("GET", "/\ud83d\ude00")
                        .operations())
                .hasSize(2);
    }

    @Test
    void equalsWhenTheSameIsAskedForThenTrue() {
        ScopedTokenRequest whole = whole(Duration.ofMinutes(10), "print shop");

        assertThat(whole)
                .isEqualTo(whole(Duration.ofMinutes(10), "print shop"))
                .hasSameHashCodeAs(whole(Duration.ofMinutes(10), "print shop"))
                .isNotEqualTo(whole(Duration.ofMinutes(9), "print shop"))
                .isNotEqualTo(whole(Duration.ofMinutes(10), "print shed"))
                .isNotEqualTo(whole.allow("GET", "/bar"))
                .isNotEqualTo(whole.parent(TestTokens.verified("alice", "web")))
                .isNotEqualTo("alice");
        assertThat(request).isNotEqualTo(ScopedTokenRequest.of("bob"));
        assertThat(ScopedTokenRequest.of(TestTokens.verified("bob", "web")))
                .isEqualTo(ScopedTokenRequest.of(TestTokens.verified("bob", "web")));
    }

    private ScopedTokenRequest whole(Duration lifetime, String recipient) {
        return request.allow("GET", "/foo").expiresIn(lifetime).recipient(recipient);
    }

    @Test
    void toStringThenWhatIsAskedFor() {
        assertThat(whole(Duration.ofMinutes(10), "print shop"))
                .hasToString(
                        "ScopedTokenRequest[caller=alice, operations=[OnPath[method=GET, path=/foo]], lifetime=PT10M,"
                                + " recipient=print shop, parent=]");
    }
}
