package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code POST auth/scoped}. */
@Tag("smoke")
class ScopedEndpointIT extends ScopedTest {

    private static final String FOO = "{\"scope\":[{\"method\":\"GET\",\"path\":\"/api/echo/foo\"}]%s}";

    private Answer post(String token, String body) {
        return api.send(api.request("api/auth/scoped")
                .header("Authorization", "Token " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    @Test
    void postThenATokenThatMayDoThatAndNoMore() {
        String parent = api.token("alice", "web");

        Answer answer = post(parent, FOO.formatted(",\"expires_in\":600,\"recipient\":\"print shop\""));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.json().keySet()).containsExactlyInAnyOrder("id", "expiry", "token");
        assertThat(get("api/echo/foo", answer.token()).body()).isEqualTo("GET foo by alice");
        assertThat(get("api/echo/bar", answer.token()).status()).isEqualTo(403);
        pass(Duration.ofMinutes(10));
        assertThat(get("api/echo/foo", answer.token()).status()).isEqualTo(401);
        assertThat(events("ScopedTokenIssued")).hasSize(1).allMatch(event -> event.contains("recipient=print shop"));
    }

    @Test
    void postThenItEndsWithTheTokenThatItWasMadeWith() {
        String parent = api.token("alice", "web");
        String token = post(parent, FOO.formatted("")).token();
        assertThat(get("api/echo/foo", token).status()).isEqualTo(200);

        api.post("api/auth/logout", parent);

        assertThat(get("api/echo/foo", token).status()).isEqualTo(401);
    }

    /** B9.85: refused and not cut. */
    @Test
    void postForLongerThanItsOwnTokenLivesThenRefused() {
        control("stop-time", "2026-11-29T12:00:00Z");
        String parent = api.token("alice", "web");
        control("stop-time", "2026-11-30T11:55:00Z");

        Answer answer = post(parent, FOO.formatted(",\"expires_in\":301"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().getJsonArray("expires_in").getString(0))
                .isEqualTo(
                        "The token that it is made with ends before that. Ensure this value is less than or equal to 300.");
        assertThat(post(parent, FOO.formatted(",\"expires_in\":300")).status()).isEqualTo(201);
        assertThat(post(parent, FOO.formatted("")).json().getString("expiry")).isEqualTo("2026-11-30T12:00:00Z");
        assertThat(post(api.token("alice", "cli"), FOO.formatted(",\"expires_in\":86401"))
                        .json()
                        .getJsonArray("expires_in")
                        .getString(0))
                .endsWith("Ensure this value is less than or equal to 86400.");
    }

    /** B5.48 */
    @Test
    void postWithAnApiAccessTokenThenRefused() {
        String key = api.post("api/auth/apiaccess", api.token("alice", "web")).token();

        assertThat(post(key, FOO.formatted("")).status()).isEqualTo(403);
    }

    @Test
    void postWithoutATokenThen401() {
        Answer answer = api.postJson("api/auth/scoped", FOO.formatted(""));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Token realm=\"api\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                               | scope      | This field is required.
            {"scope":null}                                                   | scope      | Expected a list of at least one
            {"scope":[]}                                                     | scope      | Expected a list of at least one
            {"scope":"GET /x"}                                               | scope      | Expected a list of at least one
            {"scope":{"method":"GET","path":"/x"}}                           | scope      | Expected a list of at least one
            {"scope":[null]}                                                 | scope      | Each of the list has
            {"scope":["GET /x"]}                                             | scope      | Each of the list has
            {"scope":[{"method":"GET"}]}                                     | scope      | Each of the list has
            {"scope":[{"method":"GET","path":7}]}                            | scope      | Each of the list has
            {"scope":[{"method":"GET","path":"/x","resource":"y"}]}          | scope      | Each of the list has
            {"scope":[{"method":"get","path":"/x"}]}                         | scope      | A method is one of GET
            {"scope":[{"method":"TRACE","path":"/x"}]}                       | scope      | A method is one of GET
            {"scope":[{"method":"GET","path":""}]}                           | scope      | The path "" must begin with a slash
            {"scope":[{"method":"GET","path":"x"}]}                          | scope      | The path "x" must
            {"scope":[{"method":"GET","path":"/x/../y"}]}                    | scope      | The path "/x/../y" must
            {"scope":[{"method":"GET","path":"/x/%2e%2e/y"}]}                | scope      | The path "/x/%2e%2e/y" must
            {"scope":[{"method":"GET","path":"/x%2Fy"}]}                     | scope      | The path
            {"scope":[{"method":"GET","path":"/x?y=z"}]}                     | scope      | The path
            {"scope":[{"method":"GET","path":"/x*/y"}]}                      | scope      | The path
            {"scope":[{"method":"GET","path":"/x%2A"}]}                      | scope      | The path "/x%2A" must have no "*" that is encoded
            {"scope":[{"method":"GET","path":"/x\\u0000"}]}                  | scope      | The path
            {"scope":[{"method":"GET","path":"/x\\ud800"}]}                  | scope      | The path
            {"scope":[{"method":"GET","path":"/x"}],"expires_in":0}          | expires_in | Ensure this value is greater
            {"scope":[{"method":"GET","path":"/x"}],"expires_in":-1}         | expires_in | Ensure this value is greater
            {"scope":[{"method":"GET","path":"/x"}],"expires_in":1.5}        | expires_in | A whole number
            {"scope":[{"method":"GET","path":"/x"}],"expires_in":"600"}      | expires_in | A whole number
            {"scope":[{"method":"GET","path":"/x"}],"expires_in":true}       | expires_in | A whole number
            {"scope":[{"method":"GET","path":"/x"}],"expires_in":1e400}      | expires_in | A whole number
            {"scope":[{"method":"GET","path":"/x"}],"expires_in":99999999999999999999} | expires_in | No scoped token lives so long
            {"scope":[{"method":"GET","path":"/x"}],"recipient":""}          | recipient  | A recipient has
            {"scope":[{"method":"GET","path":"/x"}],"recipient":7}           | recipient  | Not a valid string.
            {"scope":[{"method":"GET","path":"/x"}],"recipient":"a\\r\\nb"}  | recipient  | A recipient has
            {"scope":[{"method":"GET","path":"/x"}],"recipient":"é"}         | recipient  | A recipient has
            """)
    void postOfWhatCannotBeThenSaidWhatIsWrong(String body, String field, String message) {
        Answer answer = post(api.token("alice", "web"), body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().getJsonArray(field).getString(0)).startsWith(message);
        assertThat(events("ScopedTokenIssued")).isEmpty();
    }

    @Test
    void postOfSeveralFaultsThenAllOfThem() {
        Answer answer = post(api.token("alice", "web"), "{\"expires_in\":0,\"recipient\":\" \"}");

        assertThat(answer.json().keySet()).contains("scope", "expires_in", "recipient");
    }

    @Test
    void postOfTooMuchThenSaidSo() {
        String token = api.token("alice", "web");
        String one = "{\"method\":\"GET\",\"path\":\"/%s\"}".formatted("x".repeat(200));

        Answer many = post(token, "{\"scope\":[" + (one + ",").repeat(20) + one + "]}");
        Answer more = post(token, "{\"scope\":[" + (one + ",").repeat(400) + one + "]}");

        assertThat(many.status()).isEqualTo(400);
        assertThat(many.json().getJsonArray("scope").getString(0)).startsWith("This is too much");
        assertThat(more.status()).isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | application/json                  | [
            400 | application/json                  | [1]
            400 | application/json                  | 7
            415 | text/plain                        | x
            415 | application/x-www-form-urlencoded | scope=x
            """)
    void postOfAnotherKindThenRefused(int status, String type, String body) {
        Answer answer = api.send(api.request("api/auth/scoped")
                .header("Authorization", "Token " + api.token("alice", "web"))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body)));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void otherMethodsThen405AndOptionsDescribesIt() {
        String token = api.token("alice", "web");

        assertThat(api.get("api/auth/scoped", token).status()).isEqualTo(405);
        assertThat(api.call("OPTIONS", "api/auth/scoped", token).json().getString("name"))
                .isEqualTo("Scoped token");
    }

    /** The token that it was made with is not to be found in it. */
    @Test
    void postThenItsParentIsHidden() {
        String parent = api.token("alice", "web");

        String claims = new ScopedForger(Deployments.SECRET_KEY, "durin scoped tokens")
                .claims(post(parent, FOO.formatted("")).token());

        assertThat(claims)
                .containsPattern("\"parent\":\"[A-Za-z0-9_-]{22}\"")
                .doesNotContain(ScopedForger.encode(HexFormat.of().parseHex(parent.substring(0, 32))))
                .doesNotContainPattern(Pattern.quote(parent.substring(0, 16)));
    }
}
