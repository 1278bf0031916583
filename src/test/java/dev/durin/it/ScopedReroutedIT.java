package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A filter of the application puts another method or another path in the place of what was sent: both have to be allowed. B9.82 */
@Tag("smoke")
class ScopedReroutedIT extends ScopedTest {

    private static final String METHOD = "X-Test-Method";
    private static final String REWRITE = "X-Test-Rewrite";

    private Answer sent(Scoped token, String method, String path, String header, String value) {
        return api.send(withToken("api/echo/" + path, token.text())
                .header(header, value)
                .method(method, BodyPublishers.noBody()));
    }

    @Test
    void methodReplacedByOneThatIsNotAllowedThenRefused() {
        assertThat(sent(scoped("POST /api/echo/foo"), "POST", "foo", METHOD, "DELETE")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void methodThatIsNotAllowedReplacedByOneThatIsThenRefused() {
        assertThat(sent(scoped("GET /api/echo/foo"), "POST", "foo", METHOD, "GET")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void methodReplacedWhereBothAreAllowedThenLetIn() {
        Scoped both = scoped("POST /api/echo/foo", "DELETE /api/echo/foo");

        assertThat(sent(both, "POST", "foo", METHOD, "DELETE").body()).isEqualTo("DELETE foo by alice");
    }

    @Test
    void pathReplacedByOneThatIsNotAllowedThenRefused() {
        assertThat(sent(scoped("GET /api/echo/foo"), "GET", "foo", REWRITE, "echo/secret")
                        .status())
                .isEqualTo(403);
        assertThat(sent(scoped("GET /api/echo/foo"), "GET", "foo", REWRITE, "echo/guarded")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void pathThatIsNotAllowedReplacedByOneThatIsThenRefused() {
        assertThat(sent(scoped("GET /api/echo/foo"), "GET", "secret", REWRITE, "echo/foo")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void pathReplacedWhereBothAreAllowedThenLetIn() {
        Scoped both = scoped("GET /api/echo/foo", "GET /api/echo/bar");

        assertThat(sent(both, "GET", "foo", REWRITE, "echo/bar").body()).isEqualTo("GET bar by alice");
    }

    /** The other operation lets the request go on to JAX-RS, and no further. */
    @Test
    void tokenForAPathAndAResourceMethodThenWhatWasSentHasToBeAllowedAllTheSame() {
        Scoped mixed = scoped("GET /api/echo/foo", "call invoice", "with id=42");

        assertThat(sent(mixed, "GET", "secret", REWRITE, "echo/foo").status()).isEqualTo(403);
        assertThat(sent(mixed, "POST", "foo", METHOD, "GET").status()).isEqualTo(403);
        assertThat(sent(mixed, "GET", "foo", REWRITE, "echo/orders/42/invoice").body())
                .isEqualTo("invoice 42 by alice");
        assertThat(sent(mixed, "GET", "foo", "X-Test-Nothing", "1").body()).isEqualTo("GET foo by alice");
    }

    /** It is for the method, whatever leads there. */
    @Test
    void pathReplacedThenAResourceMethodIsTheOneThatIsCalled() {
        Scoped token = scoped("call invoice", "with id=42");

        assertThat(sent(token, "GET", "foo", REWRITE, "echo/orders/42/invoice").body())
                .isEqualTo("invoice 42 by alice");
        assertThat(sent(token, "GET", "orders/42/invoice", REWRITE, "echo/orders/43/invoice")
                        .status())
                .isEqualTo(403);
        assertThat(sent(token, "GET", "orders/42/invoice", REWRITE, "echo/foo").status())
                .isEqualTo(403);
    }
}
