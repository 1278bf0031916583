package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Outside of JAX-RS, where the mechanism judges the container's path. */
@Tag("entry-mechanism")
@Tag("smoke")
class ScopedServletsIT extends ScopedTest {

    @Test
    void servletThatIsOpenToAllThenTheCallerIsKnownOnlyWhereAllowed() {
        assertThat(get("free/who", scoped("GET /free/who")).body()).isEqualTo("alice none true");
        assertThat(get("free/who", scoped("GET /free")).body()).isEqualTo("alice none true");
        assertThat(get("free/who", scoped("GET /secured")).body()).isEqualTo("null none false");
        assertThat(get("free/who", scoped("GET /fre")).body()).isEqualTo("null none false");
        assertThat(get("free/who", scoped("POST /free/who")).body()).isEqualTo("null none false");
        assertThat(get("free/who", scoped("call invoice")).body()).isEqualTo("null none false");
        assertThat(get("free/who", scoped("call invoice", "GET /free")).body()).isEqualTo("alice none true");
    }

    @Test
    void protectedByTheContainerThenLetInOnlyWhereAllowed() {
        boolean taken = TestServer.current().takesCallers();

        assertThat(get("secured/who", scoped("GET /secured/who")).status()).isEqualTo(taken ? 200 : 500);
        for (String scope : new String[] {"GET /free", "call invoice", "GET /secured/whoever", "POST /secured/who"}) {
            Answer answer = get("secured/who", scoped(scope));
            assertThat(answer.status()).as(scope).isEqualTo(403);
            assertThat(answer.header("WWW-Authenticate"))
                    .isEqualTo("TmpToken realm=\"api\", error=\"insufficient_scope\"");
        }
        assertThat(get("secured/who", "bad").status()).isEqualTo(401);
    }

    /** B2.15: answered before any filter is asked. */
    @Test
    void linkThatTheMechanismAnswersThenKeptNowhereEither() {
        Answer bad = api.get("secured/who?TOKEN=bad");
        Answer elsewhere =
                api.get("secured/who?TOKEN=" + scoped("GET /free/who").text());
        Answer allowed =
                api.get("secured/who?TOKEN=" + scoped("GET /secured/who").text());

        assertThat(bad.status()).isEqualTo(401);
        assertKeptNowhere(bad);
        assertThat(elsewhere.status()).isEqualTo(403);
        assertKeptNowhere(elsewhere);
        assertThat(allowed.status()).isEqualTo(TestServer.current().takesCallers() ? 200 : 500);
        assertKeptNowhere(allowed);
    }

    @Test
    void resourceMethodThenTheContainerKnowsTheCaller() {
        Scoped token = scopedOf("alice", "GET /api/who/everywhere");

        assertThat(get("api/who/everywhere", token).body())
                .isEqualTo("alice alice alice user:truetrue admin:falsefalse");
    }

    @Test
    void fileThatTheContainerProtectsThenLetInOnlyWhereAllowed() {
        Answer allowed = get("secured/page.txt", scoped("GET /secured/page.txt"));

        if (TestServer.current().takesCallers()) {
            assertThat(allowed.body()).isEqualTo("a page for users");
        } else {
            assertThat(allowed.status()).isEqualTo(500);
        }
        for (String scope : new String[] {"GET /secured/page", "GET /secured/who", "HEAD /secured", "call invoice"}) {
            assertThat(get("secured/page.txt", scoped(scope)).status())
                    .as(scope)
                    .isEqualTo(403);
        }
    }

    /** B9.82, for paths that no JAX-RS has routed, sent as they are: whoever is let in is nobody. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "free/who",
                "free/%77ho",
                "free//who",
                "free/./who",
                "free/other/../who",
                "free/other/%2e%2e/who",
                "free/other/.%2E/who",
                "free/other/..%2fwho",
                "free/other/..%5cwho",
                "free/other/..\\who",
                "free/other/..;/who",
                "free/other/..;x=1/who",
                "free/other/%252e%252e/who",
                "free/other/..%c0%afwho",
                "free/other/../../secured/who",
                "free/other/%2e%2e/%2e%2e/secured/who",
                "free/other/..;/..;/secured/page.txt",
                "free/who;/free/other",
                "free/who;x=/free/other",
                "free;/who",
                "free/who%3b/free/other",
                "free/who%00/free/other",
                "free/who?/free/other",
                "free/who%3F/free/other",
                "free/who#/free/other",
                "secured/who;/free/other",
                "secured/page.txt;/../../free/other",
                "secured/../free/other/../who"
            })
    void pathThatIsNotAllowedHoweverItIsWrittenThenNobodyIsKnown(String path) throws IOException {
        RawAnswer answer =
                raw(path, "Authorization: TmpToken " + scoped("GET /free/other").text());

        assertThat(answer.status()).as(answer.body()).isBetween(200, 499);
        assertThat(answer.body()).doesNotContain("alice");
        if (answer.body().contains("a page for users")) {
            assertThat(raw(path, "X-Nobody: yes").body())
                    .as("what the server itself shows to anybody")
                    .isEqualTo(answer.body());
        }
    }

    private RawAnswer raw(String path, String header) throws IOException {
        try (RawConnection connection = new RawConnection(root())) {
            return connection.send(RawRequest.of("GET " + path).headers(header).bytes(root()));
        }
    }

    @Test
    void pathWithEscapesThatCanBeReadInOneWayThenAllowed() {
        assertThat(get("free/%77ho", scoped("GET /free/who")).body()).startsWith("alice");
        assertThat(get("free/who", scoped("GET /free/%77ho")).body()).startsWith("alice");
    }

    /** B2.18: a request that was put off comes back without what filters had put around it. */
    @Test
    void recipientOfARequestThatWasPutOffThenOfTheTokenAlone() {
        String named = scoped("GET /free", "recipient print shop").text();
        String unnamed = scoped("GET /free").text();

        String path = "free/putting-off?to=/free/recipient";
        assertThat(said(path, "TmpToken " + named)).isEqualTo("ASYNC print shop [print shop] true");
        assertThat(said(path, "TmpToken " + unnamed)).isEqualTo("ASYNC null [] false");
        assertThat(said(path, "Token " + api.token("alice", "web"))).isEqualTo("ASYNC null [] false");
        assertThat(said(path, "Basic eDp5")).isEqualTo("ASYNC null [] false");
    }

    /** B2.18 */
    @Test
    void recipientOnThePageForAnErrorThenOfTheTokenAlone() {
        String named = scoped("GET /free", "recipient print shop").text();

        assertThat(said("free/putting-off", "TmpToken " + named)).isEqualTo("ERROR print shop [print shop] true");
        assertThat(said("free/putting-off", "Token " + api.token("alice", "web")))
                .isEqualTo("ERROR null [] false");
        assertThat(said("free/putting-off", "Basic eDp5")).isEqualTo("ERROR null [] false");
    }

    /** To somebody who forges the header. */
    private String said(String path, String authorization) {
        HttpRequest.Builder request =
                api.request(path).header("Authorization", authorization).header("X-API-Token-Recipient", "forged");
        return api.send(request).body();
    }
}
