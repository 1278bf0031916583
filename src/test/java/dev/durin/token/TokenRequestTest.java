package dev.durin.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TokenRequestTest {

    @Test
    void ofWhenNothingElseKnownThenEmpty() {
        TokenRequest request = TokenRequest.of("alice", "web");

        assertThat(request).isEqualTo(new TokenRequest("alice", "web", Set.of(), CallerOrigin.UNKNOWN, "", "", ""));
    }

    @ParameterizedTest
    @MethodSource("impossibleCallers")
    void ofWhenCallerCannotBeKeptThenRefused(String caller) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TokenRequest.of(caller, "web"))
                .withMessageContaining("1 to 255 characters");
    }

    static Stream<String> impossibleCallers() {
        return Stream.of("", "a".repeat(256), "\0", "alice\0", "\0alice");
    }

    @Test
    void ofWhenCallerAsLongAsColumnThenKeptWhole() {
        String caller = "a".repeat(255);

        assertThat(TokenRequest.of(caller, "web").caller()).isEqualTo(caller);
    }

    // B11.96: free text from outside is cut, never an error.
    @Test
    void fromAndNamedWhenTooLongThenCut() {
        String endless = "x".repeat(100_000);

        TokenRequest request = TokenRequest.of("alice", "web").named(endless).from(endless, endless);

        assertThat(request.name()).hasSize(255);
        assertThat(request.address()).hasSize(64);
        assertThat(request.userAgent()).hasSize(256);
    }

    // B11.92
    @Test
    void fromAndNamedWhenLineBreakThenNoForgedLine() {
        TokenRequest request =
                TokenRequest.of("alice", "web").named("a\r\nb").from("192.0.2.1\n", "curl\nINFO: root logged in");

        assertThat(request.name()).isEqualTo("a  b");
        assertThat(request.address()).isEqualTo("192.0.2.1 ");
        assertThat(request.userAgent()).isEqualTo("curl INFO: root logged in");
    }

    @Test
    void stepsWhenCombinedThenNoneForgetsAnother() {
        CallerOrigin origin = new CallerOrigin("store", "cn=alice", "1");

        TokenRequest request = TokenRequest.of("alice", "web")
                .named("laptop")
                .from("192.0.2.1", "curl/8")
                .loggedIn(Set.of("staff"), origin);

        assertThat(request)
                .isEqualTo(new TokenRequest("alice", "web", Set.of("staff"), origin, "laptop", "192.0.2.1", "curl/8"))
                .isEqualTo(TokenRequest.of("alice", "web")
                        .loggedIn(Set.of("staff"), origin)
                        .from("192.0.2.1", "curl/8")
                        .named("laptop"));
    }

    @Test
    void groupsWhenSetChangesLaterThenRequestDoesNot() {
        Set<String> groups = new HashSet<>(Set.of("staff"));
        TokenRequest request = TokenRequest.of("alice", "web").loggedIn(groups, CallerOrigin.UNKNOWN);

        groups.add("admin");

        assertThat(request.groups()).containsExactly("staff");
    }
}
