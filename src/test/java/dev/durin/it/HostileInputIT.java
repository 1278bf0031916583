package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What no client in its right mind sends. Durin's endpoints answer it with a 4xx that says what is wrong; what the server
 * refuses before any application sees it is at least no 5xx and shows nothing of the inside.
 */
@Tag("smoke")
class HostileInputIT extends ServerTest {

    private static final String LOGIN = "POST api/auth/login";

    /** With the answer to a good token. */
    private static final List<Endpoint> WITH_TOKEN = List.of(
            new Endpoint("POST api/auth/refresh", 200, "POST, OPTIONS"),
            new Endpoint("POST api/auth/logout", 204, "POST, DELETE, OPTIONS"),
            new Endpoint("DELETE api/auth/logout", 204, "POST, DELETE, OPTIONS"),
            new Endpoint("POST api/auth/logoutall", 204, "POST, OPTIONS"),
            new Endpoint("POST api/auth/logoutothers", 204, "POST, OPTIONS"),
            new Endpoint("GET api/auth/sessions", 200, "GET, HEAD, OPTIONS"),
            new Endpoint("DELETE api/auth/sessions/0", 404, "DELETE, OPTIONS"),
            new Endpoint("POST api/auth/scoped", 400, "POST, OPTIONS"),
            new Endpoint("GET api/auth/apiaccess", 404, "GET, POST, DELETE, HEAD, OPTIONS"),
            new Endpoint("POST api/auth/apiaccess", 201, "GET, POST, DELETE, HEAD, OPTIONS"),
            new Endpoint("DELETE api/auth/apiaccess", 204, "GET, POST, DELETE, HEAD, OPTIONS"));

    private record Endpoint(String request, int status, String allowed) {
        /** Some servers themselves refuse a body on any other method. */
        boolean takesBody() {
            return request.startsWith("POST");
        }

        boolean readsBody() {
            return request.endsWith("/scoped");
        }

        String path() {
            return request.substring(request.indexOf(' ') + 1);
        }
    }

    @AfterEach
    void serverStillLetsIn() {
        assertThat(api.login("alice", "web").status()).isEqualTo(200);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.durin.it.HostileBodies#all")
    void loginWhenBodyIsHostileThenSaidWhatIsWrong(String name, String type, Object body, int status, String words)
            throws IOException {
        RawAnswer answer =
                send(RawRequest.of(LOGIN).headers("Content-Type: " + type).body(bytes(body)));

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThatProblem(answer);
        assertThat(answer.body()).contains(words).doesNotContain("alice-pass-1");
        assertThat(tokenRows()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.durin.it.HostileBodies#all")
    void otherEndpointsWhenBodyIsHostileThenItIsNotRead(String name, String type, Object body, int status, String words)
            throws IOException {
        for (Endpoint endpoint : WITH_TOKEN.stream()
                .filter(endpoint -> endpoint.takesBody() && !endpoint.readsBody())
                .toList()) {
            RawAnswer answer = send(RawRequest.of(endpoint.request())
                    .token(api.token("alice", "web"))
                    .headers("Content-Type: " + type)
                    .body(bytes(body)));

            assertThat(answer.status()).as(endpoint.request() + answer.body()).isEqualTo(endpoint.status());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.durin.it.HostileBodies#all")
    void scopedWhenBodyIsHostileThenSaidWhatIsWrong(String name, String type, Object body, int status, String words)
            throws IOException {
        RawAnswer answer = send(RawRequest.of("POST api/auth/scoped")
                .token(api.token("alice", "web"))
                .headers("Content-Type: " + type)
                .body(bytes(body)));

        boolean isRead = type.startsWith("application/json") || status == 413;
        assertThat(answer.status()).as(answer.body()).isEqualTo(isRead ? status : 415);
        assertThatProblem(answer);
        assertThat(events("ScopedTokenIssued")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            406 | Accept: text/csv
            406 | Accept: text/html, image/png;q=0.9
            406 | Accept: application/problem+json
            406 | Accept: application/json;q=0
            400 | Accept: ///
            400 | Accept: ;q=1
            400 | Accept: text/html;q=
            400 | Accept: application/json;q=x
            400 | Content-Type: ///
            400 | Content-Type:
            400 | Content-Type: /
            400 | Content-Type: ;
            400 | Content-Type: json
            400 | Content-Type: application/json;q=x
            400 | Content-Type: a/b/c
            400 | Content-Type: application/json, text/plain
            """)
    void endpointWhenMediaTypeIsHostileThenSaidSo(int status, String header) throws IOException {
        String token = api.token("alice", "web");

        for (String request : requests()) {
            RawAnswer answer = send(RawRequest.of(request).token(token).headers(header));

            assertThat(answer.status()).as(request).isEqualTo(status);
            assertThatProblem(answer);
        }
        assertThat(api.get("api/who/authenticated", token).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FOO", "LINK", "PROPFIND", "BREW", "M-SEARCH", "0"})
    void endpointWhenMethodIsUnknownThen405WithAllow(String method) throws IOException {
        for (Endpoint endpoint : WITH_TOKEN) {
            RawAnswer answer = send(RawRequest.of(method + " " + endpoint.path()));

            assertThat(answer.status()).as(endpoint.path()).isEqualTo(405);
            assertThat(answer.header("Allow")).isEqualTo(endpoint.allowed());
            assertThat(answer.body()).contains("\"Method \\\"" + method + "\\\" not allowed.\"");
            assertThatProblem(answer);
        }
        assertThat(send(RawRequest.of(method + " api/auth/login")).header("Allow"))
                .isEqualTo("POST, OPTIONS");
    }

    /** Most servers answer it for every application. */
    @Test
    void endpointWhenTraceThen405AndNothingIsEchoed() throws IOException {
        for (String request : requests()) {
            RawAnswer answer = send(RawRequest.of("TRACE" + request.substring(request.indexOf(' ')))
                    .headers("X-Secret: hunter2"));

            assertThat(answer.status()).as(request).isEqualTo(405);
            assertThatNothingIsShown(answer);
            assertThat(answer.body()).doesNotContain("hunter2");
        }
    }

    @ParameterizedTest // B2.10
    @CsvSource(delimiter = '|', textBlock = """
            Authorization: Token %1$s~Authorization: Token %1$s     | should not contain spaces
            Authorization: Token %1$s~Authorization: Basic YTpi     | should not contain spaces
            Authorization: Basic YTpi~Authorization: Token %1$s     | should not contain spaces
            Authorization: Token %1$s~Authorization:                | should not contain spaces
            Authorization: Token %1$s, Token %1$s                   | should not contain spaces
            Authorization: Token %1$s Token                         | should not contain spaces
            Authorization: Token~ %1$s x                            | should not contain spaces
            Authorization: Token %1$s,%1$s                          | Invalid token.
            Authorization: Token %1$s;                              | Invalid token.
            Authorization: Token <%1$s>                             | Invalid token.
            Authorization: Token %1$s%1$s                           | Invalid token.
            Authorization: Token %2$s                               | Invalid token.
            Authorization: Token %2$s %2$s                          | should not contain spaces
            Authorization: Token                                    | No credentials provided.
            Authorization:                                          | credentials were not provided.
            Authorization: %2$s %1$s                                | credentials were not provided.
            Authorization: Token%1$s                                | credentials were not provided.
            X-Authorization: Token %1$s~Cookie: token=%1$s          | credentials were not provided.
            """)
    void endpointWhenAuthorizationIsHostileThen401(String headers, String words) throws IOException {
        String token = api.token("alice", "web");
        String lines = headers.replace("~", "\r\n").formatted(token, "f".repeat(3_500));

        for (String request : requestsWithToken()) {
            RawAnswer answer = send(RawRequest.of(request).headers(lines));

            assertThat(answer.status()).as(request).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).startsWith("Token realm=");
            assertThat(answer.body()).contains(words);
            assertThatProblem(answer);
        }
        assertThat(api.get("api/who/authenticated", token).status()).isEqualTo(200);
    }

    @Test
    void endpointWhenTokenHas7000CharactersThenInvalid() throws IOException {
        for (String request : requestsWithToken()) {
            RawAnswer answer = send(RawRequest.of(request).token("f".repeat(7_000)));

            assertThat(answer.status()).as(request).isEqualTo(401);
            assertThat(answer.body()).contains("Invalid token.");
        }
    }

    /** Some servers refuse such a header themselves. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Token \u0000",
                "Token a\u0000b",
                "Token \u0001",
                "Token \u007f",
                "Token \u00ff",
                "Token \u00c3\u00a9"
            })
    void endpointWhenAuthorizationHasStrangeBytesThen401Or400(String value) throws IOException {
        for (String request : requestsWithToken()) {
            RawAnswer answer = send(RawRequest.of(request).headers("Authorization: " + value));

            assertThat(answer.status()).as(request).isIn(400, 401);
            assertThatNothingIsShown(answer);
            assertThat(answer.status() == 400 || answer.isHelpful())
                    .as(answer.body())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "+1",
                "word",
                "1.5",
                "1e3",
                "0x1",
                "9223372036854775807",
                "9223372036854775808",
                "-9223372036854775809",
                "99999999999999999999999",
                "1%20OR%201=1",
                "1;",
                "%D9%A1",
                "%7Bid%7D",
                "~",
                "'",
                "1,2",
                "1:2",
                "*",
                "null",
                "1;id=2",
                "1?id=2",
                "1?x",
                "./0",
                "../sessions/0"
            })
    void sessionWhenIdIsNonsenseThen404(String id) throws IOException {
        RawAnswer answer = send(RawRequest.of("DELETE api/auth/sessions/" + id).token(api.token("alice", "web")));

        assertThat(answer.status()).as(answer.body()).isIn(404, 400);
        assertThatProblem(answer);
    }

    /** What the servers make of these differs; some never let an application see them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "%00",
                "1%00",
                "%2F",
                "%2f1",
                "..%2f1",
                "%2e%2e",
                "%5C",
                "%ff",
                "%c0%af",
                "%ed%a0%80",
                "%",
                "%z",
                "1%",
                "%zz",
                "1%0d%0aX-Evil:%20y",
                "\u00ff",
                "\u0001",
                "1\\2",
                "\"",
                "<script>",
                "{id}",
                "1?%zz=%",
                "1?%ff",
                "1#x"
            })
    void sessionWhenIdIsOddlyWrittenThenNothingIsShown(String id) throws IOException {
        String token = api.token("alice", "web");

        RawAnswer answer = send(RawRequest.of("DELETE api/auth/sessions/" + id).token(token));

        assertThat(answer.status()).isLessThan(500);
        assertThat(answer.isProblem() ? answer.isRevealing() : answer.hasStackTrace())
                .as(answer.body())
                .isFalse();
        assertThat(answer.header("X-Evil")).isEmpty();
        assertThat(api.get("api/who/authenticated", token).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {";a=b", ";a=b;c", "/", "?username=bob&client=cli", "?;", "?", "?x=%00%ff"})
    void loginWhenAddressHasMoreThanItsPathThenItIsNotRead(String more) throws IOException {
        byte[] body = "{\"username\":\"alice\",\"password\":\"alice-pass-1\",\"client\":\"web\"}"
                .getBytes(StandardCharsets.UTF_8);

        RawAnswer answer = send(RawRequest.of(LOGIN + more)
                .headers("Content-Type: application/json")
                .body(body));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(events("LoginSucceeded")).hasSize(1).first().asString().contains("caller=alice, client=web");
    }

    @ParameterizedTest
    @ValueSource(ints = {4_000, 7_000, 20_000})
    void queryWhenVeryLongThenNoServerError(int length) throws IOException {
        for (String request : requests()) {
            RawAnswer answer = send(RawRequest.of(request + "?" + "a".repeat(length)));

            assertThat(answer.status()).as(request).isBetween(400, 499);
            assertThatNothingIsShown(answer);
        }
    }

    /** Some servers hang up without an answer. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            Content-Length: -1                                 | {}
            Content-Length: x                                  | {}
            Content-Length: 99999999999999999999               | {}
            Content-Length: 1~Content-Length: 2                | {}
            Content-Length: 2~Transfer-Encoding: chunked       | 0~~
            Transfer-Encoding: chunked                         | zz~{}~0~~
            Transfer-Encoding: chunked                         | -1~{}~0~~
            Transfer-Encoding: chunked                         | ffffffffffffffffff~{}~0~~
            Transfer-Encoding: chunked                         | 1;a=b~{}~0~~
            Transfer-Encoding: nonsense                        | {}
            Transfer-Encoding: chunked, nonsense               | {}
            Content-Encoding: gzip~Content-Length: 2           | {}
            Expect: nonsense~Content-Length: 2                 | {}
            Content-Length: 0~Host: [::1                       | none
            Content-Length: 0~Accept-Language: a;q=x           | none
            Content-Length: 0~Nonsense                         | none
            Content-Length: 0~: x                              | none
            Content-Length: 0~X y: x                           | none
            Content-Length: 0~Cookie: ;;=;\\u0022              | none
            """)
    void requestWhenBadlyFramedThenNoServerError(String headers, String body) throws IOException {
        byte[] content = (body == null ? "" : body.replace("~", "\r\n")).getBytes(StandardCharsets.US_ASCII);
        for (String request : requests()) {
            try (RawConnection connection = new RawConnection(root())) {
                RawAnswer answer = connection.sendLast(RawRequest.of(request)
                        .headers(headers.replace("~", "\r\n") + "\r\nConnection: close")
                        .bodyAsDeclared(content)
                        .bytes(root()));

                assertThat(answer.status()).as(request).isLessThan(500);
                assertThat(answer.hasStackTrace()).as(answer.body()).isFalse();
            }
        }
    }

    /** Durin speaks for its endpoints alone. */
    @Test
    void resourcesOfTheApplicationThenTheServerAnswersForThem() throws IOException {
        RawAnswer malformed = send(RawRequest.of("GET api/who/open").headers("Accept: ///"));
        RawAnswer unknown = send(RawRequest.of("FOO api/who/open"));
        RawAnswer nothing = send(RawRequest.of("GET api/auth/nothing"));

        assertThat(malformed.status()).isEqualTo(400);
        assertThat(unknown.status()).isEqualTo(405);
        assertThat(nothing.status()).isEqualTo(404);
        assertThat(List.of(malformed, unknown, nothing)).noneMatch(RawAnswer::isProblem);
    }

    private RawAnswer send(RawRequest request) throws IOException {
        try (RawConnection connection = new RawConnection(root())) {
            return connection.send(request.bytes(root()));
        }
    }

    private static List<String> requests() {
        return Stream.concat(Stream.of(LOGIN), WITH_TOKEN.stream().map(Endpoint::request))
                .toList();
    }

    /** What the container protects knows of tokens where Durin is its mechanism. */
    private static List<String> requestsWithToken() {
        Stream<String> others = System.getProperty("durin.it.entry").equals("mechanism")
                ? Stream.of("GET api/who/authenticated", "GET secured/who")
                : Stream.of("GET api/who/authenticated");
        return Stream.concat(WITH_TOKEN.stream().map(Endpoint::request), others).toList();
    }

    private static byte[] bytes(Object body) {
        return body instanceof byte[] bytes ? bytes : ((String) body).getBytes(StandardCharsets.UTF_8);
    }

    private static void assertThatProblem(RawAnswer answer) { // B2.16
        assertThat(answer.isProblem()).as(answer.toString()).isTrue();
        assertThat(answer.isHelpful()).as(answer.body()).isTrue();
        assertThatNothingIsShown(answer);
    }

    private static void assertThatNothingIsShown(RawAnswer answer) { // B2.16
        assertThat(answer.isRevealing()).as(answer.body()).isFalse();
    }
}
