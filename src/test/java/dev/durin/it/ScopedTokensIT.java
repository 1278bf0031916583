package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a scoped token allows, and what not. */
@Tag("smoke")
class ScopedTokensIT extends ScopedTest {

    private static final String OUT_OF_SCOPE = "TmpToken realm=\"api\", error=\"insufficient_scope\"";

    @Test
    void callWhenAllowedThenTheCallerIsKnown() {
        Scoped token = scoped("GET /api/echo/foo");

        assertThat(get("api/echo/foo", token).body()).isEqualTo("GET foo by alice");
        assertThat(get("api/echo/foo/", token).status()).isEqualTo(200);
        assertThat(get("api/echo/foo/1/x?a=b", token).body()).isEqualTo("GET foo/1/x by alice");
        assertThat(api.send(api.request("api/echo/foo").header("Authorization", "tmptoken  " + token.text()))
                        .body())
                .as("the scheme in any case of letters")
                .isEqualTo("GET foo by alice");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, api/echo/foobar",
        "GET, api/echo/fo",
        "GET, api/echo/FOO",
        "GET, api/echo/bar",
        "GET, api/echo/x/foo",
        "GET, api/who/open",
        "POST, api/echo/foo",
        "PUT, api/echo/foo",
        "PATCH, api/echo/foo",
        "DELETE, api/echo/foo",
        "OPTIONS, api/echo/foo",
        "HEAD, api/echo/foo"
    })
    void callWhenNotAllowedThen403AlsoWhereNobodyHasToBeKnown(String method, String path) {
        Answer answer = call(method, path, scoped("GET /api/echo/foo").text());

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo(OUT_OF_SCOPE);
        if (!method.equals("HEAD")) {
            assertThat(answer.detail()).isEqualTo("The token does not allow this request.");
            assertThat(answer.json().getString("type")).isEqualTo("tag:durin.dev,2026:problem/insufficient-scope");
        }
    }

    @Test
    void callWhenAnotherMethodIsPutInPlaceThenNothingIsWon() {
        String token = scoped("GET /api/echo/foo").text();

        Answer answer = api.send(withToken("api/echo/foo", token)
                .header("X-HTTP-Method-Override", "GET")
                .header("X-HTTP-Method", "GET")
                .header("X-Method-Override", "GET")
                .POST(BodyPublishers.noBody()));

        assertThat(answer.status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
    void callWhenThatMethodIsAllowedThenItAndNoOther(String method) {
        String token = scoped(method + " /api/echo/foo").text();

        assertThat(call(method, "api/echo/foo", token).body()).isEqualTo(method + " foo by alice");
        assertThat(call("GET", "api/echo/foo", token).status()).isEqualTo(403);
    }

    @Test
    void callWhenHeadIsAllowedThenHeadAlone() {
        String token = scoped("HEAD /api/echo/foo").text();

        assertThat(call("HEAD", "api/echo/foo", token).status()).isEqualTo(200);
        assertThat(call("GET", "api/echo/foo", token).status()).isEqualTo(403);
    }

    @Test
    void scopeWithASlashAtItsEndThenWhatIsBelowAlone() {
        Scoped token = scoped("GET /api/echo/foo/");

        assertThat(get("api/echo/foo/x", token).status()).isEqualTo(200);
        assertThat(get("api/echo/foo/", token).status()).isEqualTo(200);
        assertThat(get("api/echo/foo", token).status()).isEqualTo(403);
        assertThat(get("api/echo/foobar", token).status()).isEqualTo(403);
    }

    @Test
    void scopeWithAStarAtItsEndThenAllThatBeginsSo() {
        Scoped token = scoped("GET /api/echo/foo*");

        assertThat(get("api/echo/foo", token).status()).isEqualTo(200);
        assertThat(get("api/echo/foobar/x", token).status()).isEqualTo(200);
        assertThat(get("api/echo/fo", token).status()).isEqualTo(403);
    }

    @Test
    void scopeOfTheRootThenEverythingOfThatMethod() {
        Scoped token = scoped("GET /");

        assertThat(get("api/echo/foo", token).status()).isEqualTo(200);
        assertThat(get("api/who/open", token).status()).isEqualTo(200);
        assertThat(call("POST", "api/echo/foo", token.text()).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/echo/tést", "/api/echo/t%C3%A9st", "/api/echo/t%c3%a9st"})
    void scopeWithEscapesOrWithoutThenTheSame(String path) {
        Scoped token = scoped("GET " + path);

        assertThat(get("api/echo/t%C3%A9st", token).status()).isEqualTo(200);
        assertThat(get("api/echo/t%c3%a9st/", token).status()).isEqualTo(200);
        assertThat(get("api/echo/t%25C3%25A9st", token).status()).isEqualTo(403);
    }

    @Test
    void callOfAResourceMethodThenThatOneAlone() {
        Scoped token = scoped("call invoice", "with id=42");

        assertThat(get("api/echo/orders/42/invoice", token).body()).isEqualTo("invoice 42 by alice");
        assertThat(get("api/echo/orders/43/invoice", token).status()).isEqualTo(403);
        assertThat(get("api/echo/orders/042/invoice", token).status()).isEqualTo(403);
        assertThat(get("api/echo/orders/42/other", token).status()).isEqualTo(403);
        assertThat(get("api/who/open", token).status()).isEqualTo(403);
        assertThat(get("api/echo/orders/43/invoice", scoped("call invoice")).status())
                .isEqualTo(200);
    }

    /** JAX-RS alone knows which resource it is, so until then such a token has passed. */
    @Test
    void callOfAResourceThatIgnoresTokensThenNobodyIsKnownByOneForAnotherResource() {
        Scoped token = scoped("call invoice");

        assertThat(get("api/openly/free", token).body()).isEqualTo("nobody nobody");
        assertThat(get("api/openly/known", token).status()).isEqualTo(403);
        assertThat(get("api/openly/known", scoped("GET /api/openly")).body()).isEqualTo("alice");
    }

    @Test
    void callOfWhatALocatorLeadsToThenJudgedAsWell() {
        assertThat(get("api/echo/sub/leaf", scoped("leaf leaf")).body()).isEqualTo("leaf");
        assertThat(get("api/echo/sub/leaf", scoped("call invoice")).status()).isEqualTo(403);
        assertThat(get("api/echo/sub/leaf", scoped("GET /api/echo/foo")).status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api/locked",
                "api/locked/below/leaf",
                "api/locked/class/leaf",
                "api/locked/further/below/leaf",
                "api/locked-by-interface",
                "api/echo/sub-locked/leaf"
            })
    void callOfWhatRefusesScopedTokensOrIsReachedByItThenNeverAllowed(String path) {
        Scoped token = scoped("GET /", "leaf leaf");

        assertThat(get("api/echo/sub/leaf", token).status()).isEqualTo(200);
        assertThat(api.get(path, api.token("alice", "web")).status()).isEqualTo(200);
        Answer answer = get(path, token);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo(OUT_OF_SCOPE);
    }

    /** A resource method that takes GET is what JAX-RS answers HEAD with. */
    @Test
    void headOfAnAllowedResourceMethodThenAnswered() {
        assertThat(call(
                                "HEAD",
                                "api/echo/orders/42/invoice",
                                scoped("call invoice").text())
                        .status())
                .isEqualTo(200);
        assertThat(call("HEAD", "api/echo/orders/42/invoice", scoped("call get").text())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void severalThenEachOfThem() {
        Scoped token = scoped("GET /api/echo/a", "DELETE /api/echo/b", "call invoice");

        assertThat(get("api/echo/a", token).status()).isEqualTo(200);
        assertThat(call("DELETE", "api/echo/b", token.text()).status()).isEqualTo(200);
        assertThat(get("api/echo/b", token).status()).isEqualTo(403);
        assertThat(get("api/echo/orders/1/invoice", token).status()).isEqualTo(200);
    }

    @Test
    void rightsOfTheCallerThenTheyHoldAsWell() {
        assertThat(get("api/echo/admin", scoped("GET /api/echo")).status()).isEqualTo(403);
        assertThat(get("api/echo/admin", scopedOf("root", "GET /api/echo")).status())
                .isEqualTo(200);
        assertThat(get("api/echo/admin", scopedOf("root", "GET /api/echo/foo")).status())
                .isEqualTo(403);
    }

    @Test
    void clientOfATokenThatWasMadeWithAnotherOneThenThatOnes() {
        Scoped web = scoped("GET /api/echo", "parent " + api.token("alice", "web"));
        Scoped cli = scoped("GET /api/echo", "parent " + api.token("alice", "cli"));
        Scoped none = scoped("GET /api/echo");

        assertThat(get("api/echo/guarded", web).body()).isEqualTo("guarded web by alice");
        assertThat(List.of(
                        get("api/echo/only-web", web).status(),
                        get("api/echo/only-web", cli).status(),
                        get("api/echo/only-web", none).status()))
                .containsExactly(200, 403, 403);
        assertThat(List.of(
                        get("api/echo/not-cli", web).status(),
                        get("api/echo/not-cli", cli).status(),
                        get("api/echo/not-cli", none).status()))
                .containsExactly(200, 403, 200);
    }

    /** B9.87 */
    @ParameterizedTest
    @CsvSource({
        "POST, api/auth/refresh",
        "POST, api/auth/logout",
        "DELETE, api/auth/logout",
        "POST, api/auth/logoutall",
        "POST, api/auth/logoutothers",
        "GET, api/auth/sessions",
        "DELETE, api/auth/sessions/1",
        "GET, api/auth/apiaccess",
        "POST, api/auth/apiaccess",
        "DELETE, api/auth/apiaccess",
        "POST, api/auth/scoped",
        "OPTIONS, api/auth/scoped"
    })
    void callOfWhatManagesTokensThenNeverAllowed(String method, String path) {
        String parent = api.token("alice", "web");
        Scoped token = scoped(method + " /", "parent " + parent);

        assertThat(call(method, path, token.text()).status()).isEqualTo(403);
        assertThat(api.get("api/who/authenticated", parent).status()).isEqualTo(200);
    }

    @Test
    void loginWithOneThenItIsNotLookedAt() {
        Answer answer = api.send(withToken(
                        "api/auth/login", scoped("GET /api/echo").text())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"username\":\"alice\",\"password\":\"wrong\",\"client\":\"web\"}")));

        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void callWhenItHasExpiredThen401() {
        Scoped token = scoped("GET /api/echo", "expires PT10M");

        pass(Duration.ofMinutes(9));
        assertThat(get("api/echo/foo", token).status()).isEqualTo(200);
        pass(Duration.ofMinutes(1));

        Answer answer = get("api/echo/foo", token);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.detail()).isEqualTo("The given token has expired.");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("TmpToken realm=\"api\", error=\"invalid_token\"");
    }

    @Test
    void issueWithoutALifetimeThenAnHour() {
        control("stop-time", "2026-11-29T12:00:00.700Z");

        assertThat(scoped("GET /api/echo").expiry()).isEqualTo("2026-11-29T13:00:00Z");
    }

    /** B9.85 */
    @Test
    void issueForLongerThanAllowedThenRefusedAndNotCut() {
        assertThat(issue("alice", "GET /api/echo", "expires P1DT1S"))
                .isEqualTo(
                        "expires_in: No scoped token lives so long. Ensure this value is less than or equal to 86400.");
        assertThat(scoped("GET /api/echo", "expires P1D").text()).isNotEmpty();
    }

    @Test
    void issueForLongerThanTheTokenItIsMadeWithThenRefused() {
        stopTime();
        String parent = api.token("alice", "swift");

        assertThat(issue("alice", "GET /api/echo", "expires PT1M", "parent " + parent))
                .startsWith("expires_in: The token that it is made with ends before that.");
        assertThat(scoped("GET /api/echo", "parent " + parent).text()).isNotEmpty();
    }

    @Test
    void issueOfMoreThanCanBeSentThenRefused() {
        assertThat(issue("alice", "GET /api/" + "x".repeat(4000))).startsWith("scope: This is too much");
    }

    @Test
    void issueThenToldAndTheTextShownNowhere() {
        Scoped token = scoped("GET /api/echo", "recipient print shop");

        assertThat(events("ScopedTokenIssued"))
                .containsExactly("ScopedTokenIssued[caller=alice, tokenId=" + token.id()
                        + ", recipient=print shop, expiry=" + token.expiry() + "]");
        assertThat(scopedControl("show", "alice\nGET /api/echo").body())
                .startsWith("IssuedScopedToken[id=")
                .doesNotContain("eyJ");
        assertThat(log()).doesNotContain(token.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"GET api/echo", "get /api/echo", "TRACE /x", "GET /a?b", "GET /a#b", "GET /a/../b", "GET //a"})
    void issueForWhatIsNoScopeThenRefused(String line) {
        assertThat(api.postForm("api/test-scoped/issue", Map.of("value", "alice\n" + line))
                        .status())
                .isEqualTo(500);
    }

    /** B9.82: a browser asks without a token; with one nobody is known. */
    @Test
    void preflightThenNotJudged() {
        Answer answer =
                api.send(withToken("api/echo/bar", scoped("GET /api/echo/foo").text())
                        .header("Origin", "https://elsewhere.example")
                        .header("Access-Control-Request-Method", "GET")
                        .method("OPTIONS", BodyPublishers.noBody()));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("OPTIONS bar by nobody");
    }

    /** B2.18 */
    @Test
    void recipientThenOfTheTokenAloneWhateverTheClientSends() {
        Scoped named = scoped("GET /api/echo", "recipient print shop");
        Scoped unnamed = scoped("GET /api/echo");

        assertThat(recipientSeen(named.text())).isEqualTo("print shop print shop print shop print shop true");
        assertThat(recipientSeen(unnamed.text())).isEqualTo("none null null null false");
        assertThat(api.send(api.request("api/echo/recipient").header("x-api-token-RECIPIENT", "forged"))
                        .body())
                .isEqualTo("none null null null false");
        assertThat(api.send(api.request("api/echo/recipient")
                                .header("X-API-Token-Recipient", "forged")
                                .header("Authorization", "Token " + api.token("alice", "web")))
                        .body())
                .isEqualTo("none null null null false");
    }

    private String recipientSeen(String token) {
        return api.send(withToken("api/echo/recipient", token)
                        .header("X-API-Token-Recipient", "forged")
                        .header("X-API-Token-Recipient", "twice"))
                .body();
    }
}
