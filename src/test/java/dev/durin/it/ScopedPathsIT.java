package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Paths that look like another one to somebody on the way, sent as they are: no library straightens them. B9.82: none of
 * them opens what the token does not allow; that a server refuses it, or knows no such path, is as good.
 */
@Tag("smoke")
class ScopedPathsIT extends ScopedTest {

    private static final List<Integer> REFUSED = List.of(400, 403, 404, 405, 505);

    private String token;

    @BeforeEach
    void makeOne() {
        token = scoped("GET /api/echo/foo").text();
    }

    private RawAnswer send(String method, String path, String... headers) throws IOException {
        RawRequest request = RawRequest.of(method + " " + path).headers("Authorization: TmpToken " + token);
        for (String header : headers) {
            request.headers(header);
        }
        return send(request.bytes(root()));
    }

    private RawAnswer send(byte[] request) throws IOException {
        try (RawConnection connection = new RawConnection(root())) {
            return connection.send(request);
        }
    }

    private void assertNotOpened(String path, RawAnswer answer) {
        assertThat(answer.status()).as(path + " " + answer.body()).isIn(REFUSED);
        assertThat(answer.body()).as(path).doesNotContain("by alice");
        assertThat(answer.hasStackTrace()).as(path).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api/echo/foo",
                "api/echo/foo/",
                "api/echo/foo/1/x",
                "api/echo/f%6Fo",
                "api/echo/%66%6f%6f/bar",
                "api/echo/foo/%C3%A9",
                "api/echo/foo/a+b",
                "api/echo/foo/..bar",
                "api/echo/foo/bar..",
                "api/echo/foo?next=/api/echo/secret/../x%2F;y",
                "api/echo/foo/%3Fx"
            })
    void allowedHoweverItIsWrittenThenLetIn(String path) throws IOException {
        RawAnswer answer = send("GET", path);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("by alice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x={a}|b", "x=\"<a>^`", "{", "a|b"})
    void queryHasWhatNoAddressMayThenLetInUnlessTheServerRefusesIt(String query) throws IOException {
        RawAnswer answer = send("GET", "api/echo/foo?" + query);
        RawAnswer elsewhere = send("GET", "api/echo/secret?" + query);

        assertThat(answer.status()).as(answer.body()).isIn(200, 400);
        assertThat(elsewhere.status()).as(elsewhere.body()).isIn(403, 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api/echo/foobar",
                "api/echo/foo+bar",
                "api/echo/foo%20",
                "api/echo/foo.",
                "api/echo/foo%2E",
                "api/echo/foo%3Fx",
                "api/echo/foo%23",
                "api/echo/foo/../secret",
                "api/echo/foo/../../echo/secret",
                "api/echo/foo/../../../api/echo/secret",
                "api/echo/foo/./../secret",
                "api/echo/foo/%2e%2e/secret",
                "api/echo/foo/%2E%2E/secret",
                "api/echo/foo/.%2e/secret",
                "api/echo/foo/..%2fsecret",
                "api/echo/foo/..%2Fsecret",
                "api/echo/foo/%2e%2e%2fsecret",
                "api/echo/foo/..%5csecret",
                "api/echo/foo/..%5C..%5Csecret",
                "api/echo/foo/..\\secret",
                "api/echo/foo\\..\\secret",
                "api/echo/foo/..;/secret",
                "api/echo/foo/..;x=1/secret",
                "api/echo/foo/..%3b/secret",
                "api/echo/foo/..%3Bx/secret",
                "api/echo/foo/.;/../secret",
                "api/echo/foo/%252e%252e/secret",
                "api/echo/foo/%252e%252e%252fsecret",
                "api/echo/foo/%25252e%25252e/secret",
                "api/echo/foo/..%252fsecret",
                "api/echo/foo/..%c0%afsecret",
                "api/echo/foo/%c0%ae%c0%ae/secret",
                "api/echo/foo/%e0%80%ae%e0%80%ae/secret",
                "api/echo/foo/%ef%bc%8e%ef%bc%8e/../secret",
                "api/echo/foo/..",
                "api/echo/foo/../",
                "api/echo/foo/..%00/secret",
                "api/echo/foo/../secret%00",
                "api/echo/secret/../foo/../secret",
                "api/echo/./secret",
                "api/echo//secret",
                "api/echo/secret/",
                "api/echo/secret;/foo",
                "api/echo/secret;/../foo",
                "api/echo/secret;a=/api/echo/foo",
                "api/echo/secret%3b/foo",
                "api/echo/secret#/api/echo/foo",
                "api/echo/secret%23/api/echo/foo",
                "api/echo/secret?/api/echo/foo",
                "api/echo/secret%3F/api/echo/foo",
                "api/echo/secret%00/api/echo/foo",
                "api/echo;x=1/secret",
                "api;/echo/secret",
                "API/echo/foo",
                "api/echo/FOO",
                "api/echo/Foo",
                "api/who/open",
                "free/who",
                ""
            })
    void notAllowedHoweverItIsWrittenThenNotOpened(String path) throws IOException {
        for (String method : List.of("GET", "HEAD", "OPTIONS", "POST")) {
            RawAnswer answer = send(method, path);
            boolean open = path.startsWith("free/") || path.startsWith("API/") || path.isEmpty();
            if (open || method.equals("OPTIONS")) {
                // Open to all, or answered by the server itself: whoever is let in is nobody.
                assertThat(answer.body()).doesNotContain("alice");
            } else {
                assertNotOpened(method + " " + path, answer);
            }
        }
    }

    /** They lead to what is allowed, or to something below; but somebody on the way may see it otherwise. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "api/echo/./foo",
                "api/echo/foo/.",
                "api/echo/foo/...",
                "api/echo/foo/%23x",
                "api/echo/foo/%uff0e%uff0e/secret",
                "api/echo/bar/../foo",
                "api/echo//foo",
                "api//echo/foo",
                "/api/echo/foo",
                "//api/echo/foo",
                "api/echo/foo//x",
                "api/echo/foo//",
                "api/echo/foo;x=1",
                "api/echo/foo;x=1/",
                "api/echo/foo/;",
                "api/echo/foo/x;y=/../secret",
                "api/echo;x/foo",
                "api;x=y/echo/foo",
                "api/echo/foo%3bx",
                "api%2Fecho%2Ffoo",
                "api/echo%2ffoo",
                "api/echo/foo%2Fbar",
                "api/echo/foo%2fbar",
                "api/echo/foo%5Cbar",
                "api/echo/foo\\bar",
                "api/echo/foo/%00",
                "api/echo/foo%00",
                "api/echo/foo/%0a",
                "api/echo/foo/%0d%0aX: y",
                "api/echo/foo/%7f",
                "api/echo/foo/%c2%85",
                "api/echo/foo/%25",
                "api/echo/foo/%252e",
                "api/echo/foo/%2541",
                "api/echo/%2566oo",
                "api/echo/foo/%ff",
                "api/echo/foo/%c0%80",
                "api/echo/foo/%ed%a0%80",
                "api/echo/foo/%",
                "api/echo/foo/%4",
                "api/echo/foo/%zz",
                "api/echo/foo/\u00e9"
            })
    void readableInSeveralWaysThenNotOpenedBeyondWhatIsAllowed(String path) throws IOException {
        RawAnswer answer = send("GET", path);

        if (answer.status() == 200) {
            // Some servers straighten it before anybody sees it; one says nothing at all to a percent sign of no
            // escape.
            assertThat(answer.body()).as(path).matches("(GET foo(/.*)? by alice)?");
        } else {
            assertThat(answer.status()).as(path + " " + answer.body()).isIn(REFUSED);
        }
    }

    /** B9.82: what would make some servers or frameworks believe that the path or the method is another one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SCRIPT_NAME: /api/echo/foo",
                "X-Script-Name: /api/echo/foo",
                "X-Forwarded-Prefix: /api/echo/foo",
                "X-Forwarded-Path: /api/echo/foo",
                "X-Forwarded-Uri: /api/echo/foo",
                "X-Forwarded-Context: /api/echo/foo",
                "X-Original-URL: /api/echo/foo",
                "X-Original-URI: /api/echo/foo",
                "X-Rewrite-URL: /api/echo/foo",
                "X-Envoy-Original-Path: /api/echo/foo",
                "X-HTTP-Method-Override: GET",
                "Forwarded: host=localhost;proto=http",
                "X-Forwarded-Host: localhost/api/echo/foo?",
                "Destination: /api/echo/foo"
            })
    void headersThatWouldMoveItThenNothingIsWon(String header) throws IOException {
        assertNotOpened(header, send("GET", "api/echo/secret", header));
        assertNotOpened(header, send("POST", "api/echo/foo", header));
        assertThat(send("GET", "api/echo/foo", header).status()).isIn(200, 400);
    }

    @Test
    void absoluteFormThenJudgedByItsPath() throws IOException {
        assertThat(absolute("api/echo/foo").status()).isIn(200, 400, 403);
        for (String path : List.of("api/echo/secret", "api/echo/foo/../secret", "api/echo/foo/%2e%2e/secret")) {
            assertNotOpened(path, absolute(path));
        }
    }

    private RawAnswer absolute(String path) throws IOException {
        URI root = root();
        String request = "GET " + root + path + " HTTP/1.1\r\nHost: " + root.getAuthority()
                + "\r\nAuthorization: TmpToken " + token + "\r\n\r\n";
        return send(request.getBytes(StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"get", "Get", "GET ", "PROPFIND", "TRACE", "CONNECT", "X"})
    void methodThatIsNoneOfThoseThenNotOpened(String method) throws IOException {
        RawRequest request = RawRequest.of(method + " api/echo/foo").headers("Authorization: TmpToken " + token);
        RawAnswer answer;
        try (RawConnection connection = new RawConnection(root())) {
            // With nothing behind it: a server may wait for more after CONNECT.
            answer = connection.sendLast(request.bytes(root()));
        }

        if (method.equalsIgnoreCase("GET") && answer.status() == 200) {
            // Some servers take it for GET, which is allowed.
            assertThat(answer.body()).isEqualTo("GET foo by alice");
        } else {
            assertThat(answer.status()).as(answer.body()).isIn(0, 400, 403, 404, 405, 501, 505);
            assertThat(answer.body()).doesNotContain("by alice");
        }
    }

    /** A resource method is found by JAX-RS, so that its path cannot lie; what is ambiguous is refused all the same. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "api/echo/orders/42/../43/invoice",
                "api/echo/orders/42%2f..%2f43/invoice",
                "api/echo/orders/42;id=43/invoice",
                "api/echo/orders/43;id=42/invoice",
                "api/echo/orders/42%00/invoice",
                "api/echo/orders/%2542/invoice",
                "api/echo/orders//42/invoice",
                "api/echo/orders/42%20/invoice",
                "api/echo/orders/43/invoice?id=42",
                "api/who/open",
                "api/echo/orders/42/invoice/../../secret"
            })
    void pathsOfAResourceMethodThenNotOpened(String path) throws IOException {
        token = scoped("call invoice", "with id=42").text();

        assertThat(send("GET", "api/echo/orders/42/invoice").status()).isEqualTo(200);
        assertThat(send("GET", "api/echo/orders/%34%32/invoice").status()).isEqualTo(200);
        assertNotOpened(path, send("GET", path));
    }
}
