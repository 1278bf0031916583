package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scoped tokens in links. */
@Tag("smoke")
class ScopedQueryIT extends ScopedTest {

    private static final String PATH = "api/echo/foo";

    private String good() {
        return scoped("GET /api/echo/foo", "HEAD /api/echo/foo", "POST /api/echo/foo")
                .text();
    }

    /** B2.15 */
    @Test
    void linkThenLetInAndTheAnswerIsKeptNowhere() {
        Answer answer = api.get(PATH + "?a=b&TOKEN=" + good() + "&c=d");

        assertThat(answer.body()).isEqualTo("GET foo by alice");
        assertKeptNowhere(answer);
    }

    /** B2.15 */
    @Test
    void linkToWhatWantsToBeKeptThenKeptNowhereAllTheSame() {
        String token = scoped("GET /api/echo").text();

        assertKeptNowhere(api.get("api/echo/cached?TOKEN=" + token));
        assertThat(get("api/echo/cached", token).header("Cache-Control")).isEqualTo("public, max-age=60");
        assertThat(api.get("api/echo/cached").header("Referrer-Policy")).isEqualTo("unsafe-url");
    }

    @Test
    void linkThatIsRefusedThenKeptNowhereEither() {
        Answer bad = api.get(PATH + "?TOKEN=bad");
        Answer elsewhere = api.get("api/echo/bar?TOKEN=" + good());

        assertThat(bad.status()).isEqualTo(401);
        assertThat(bad.detail()).isEqualTo("Invalid token.");
        assertThat(bad.header("WWW-Authenticate")).isEqualTo("TmpToken realm=\"api\", error=\"invalid_token\"");
        assertKeptNowhere(bad);
        assertThat(elsewhere.status()).isEqualTo(403);
        assertKeptNowhere(elsewhere);
        assertKeptNowhere(api.get("api/nothing/here?TOKEN=" + good()));
    }

    @Test
    void linkToAServletThenKeptNowhere() {
        assertKeptNowhere(api.get("free/who?TOKEN=" + scoped("GET /free").text()));
    }

    /** The refusal is written over whatever there was of an answer. */
    @Test
    void linkToAServletWhoseBeanRefusesThenKeptNowhereEither() {
        Answer answer = api.get("free/bean?TOKEN=" + scoped("GET /free").text());

        assertThat(answer.status()).isEqualTo(403);
        assertKeptNowhere(answer);
    }

    @Test
    void headerAndLinkThenTheHeaderAlone() {
        String good = good();

        assertThat(get(PATH + "?TOKEN=bad", good).body()).isEqualTo("GET foo by alice");
        assertThat(get(PATH + "?TOKEN=" + good, "bad").status()).isEqualTo(401);
        assertThat(api.get(PATH + "?TOKEN=" + good, api.token("bob", "web")).body())
                .isEqualTo("GET foo by bob");
        assertThat(api.get(PATH + "?TOKEN=" + good, "bad").status()).isEqualTo(401);
    }

    /** A link must not make somebody else of whoever follows it. */
    @Test
    void headerOfAnotherSchemeAndLinkThenTheLinkDoesNotCount() {
        Answer answer = api.send(api.request(PATH + "?TOKEN=" + good()).header("Authorization", "Basic eDp5"));

        assertThat(answer.body()).isEqualTo("GET foo by nobody");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TOKEN=", "TOKEN", "token=%s", "Token=%s", "XTOKEN=%s", "TOKEN%%3D%s", "a=TOKEN=%s"})
    void parameterThatIsNotThatOneThenNobody(String query) {
        assertThat(api.get(PATH + "?" + query.formatted(good())).body()).isEqualTo("GET foo by nobody");
    }

    @Test
    void twiceThenRefused() {
        String good = good();

        for (String query : new String[] {
            "TOKEN=" + good + "&TOKEN=" + good, "TOKEN=bad&TOKEN=" + good, "TOKEN=" + good + "&TOKEN=bad"
        }) {
            Answer answer = api.get(PATH + "?" + query);
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.detail()).isEqualTo("There is more than one token in the query string.");
        }
        assertThat(api.get(PATH + "?TOKEN=&TOKEN=" + good).body()).isEqualTo("GET foo by alice");
    }

    @Test
    void linkOfAnotherMethodThenRefused() {
        String path = PATH + "?TOKEN=" + good();

        Answer answer = api.send(api.request(path).POST(BodyPublishers.noBody()));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.detail()).isEqualTo("A token in the query string is not good for POST requests.");
        assertThat(api.send(api.request(path).method("HEAD", BodyPublishers.noBody()))
                        .status())
                .isEqualTo(200);
    }

    /** And the body is not read by asking for it. */
    @Test
    void inAFormThenNotLookedFor() {
        Answer answer = api.send(api.request(PATH)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("TOKEN=" + good())));

        assertThat(answer.body()).isEqualTo("POST foo by nobody");
    }

    @Test
    void tokenOfAClientInALinkThenRefused() {
        assertThat(api.get(PATH + "?TOKEN=" + api.token("alice", "web")).status())
                .isEqualTo(401);
    }

    @Test
    void recipientOfALinkThenTold() {
        String token = scoped("GET /api/echo", "recipient print shop").text();

        assertThat(api.get("api/echo/recipient?TOKEN=" + token).body())
                .isEqualTo("print shop print shop print shop print shop true");
    }
}
