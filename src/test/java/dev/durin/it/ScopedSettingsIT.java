package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scoped tokens where the settings, or web.xml, are not those of most tests. */
@Tag("host-variants")
class ScopedSettingsIT {

    private static final TestDatabase DATABASE = Databases.current();
    private static final String NAME = "scoped_settings";
    private static final String PROCESS = "scoped-settings";
    private static final String OTHER = "scoped-other";
    private static final String NO_LINKS = "scoped-no-links";
    private static final String SERVLET = "scoped-servlet";
    private static final String NEW_KEY = "YW5vdGhlciBrZXkgZm9yIHRlc3RzLCBhcyBrbm93biBhcyB0aGUgb25l";

    private static ServerProcess server;
    private static NodeApi other;

    @BeforeAll
    static void startServer() throws IOException {
        DATABASE.create(NAME);
        Map<String, String> settings = Deployments.settings(Map.of(
                "durin.scoped.get-covers-head", "true",
                "durin.scoped.out-of-scope-status", "401",
                "durin.scoped.header-prefix", "FooBar",
                "durin.scoped.query-parameter", "pass",
                "durin.scoped.query-unsafe-methods", "true",
                "durin.scoped.issuer", "https://shop.example",
                "durin.scoped.audience", "orders",
                "durin.scoped.max-age", "60d",
                "durin.scoped.clock-skew", "10s"));
        List<WebArchive> applications = new ArrayList<>();
        applications.add(Deployments.application(OTHER, settings, DATABASE.url(NAME)));
        applications.add(Deployments.application(
                NO_LINKS,
                Deployments.settings(Map.of("durin.scoped.query-parameter", "", "durin.scoped.max-age", "10m")),
                DATABASE.url(NAME)));
        applications.add(withKeys("scoped-old-key", Deployments.SECRET_KEY));
        applications.add(withKeys("scoped-both-keys", NEW_KEY + "," + Deployments.SECRET_KEY));
        applications.add(withKeys("scoped-new-key", NEW_KEY));
        if (TestServer.current().restServlet().isPresent()) {
            applications.add(withServlet(
                    Deployments.application(SERVLET, Deployments.settings(Map.of()), DATABASE.url(NAME)),
                    TestServer.current().restServlet().get()));
        }
        server = TestServer.current().startWithAccessLog(PROCESS, applications);
        other = new NodeApi(server, OTHER);
    }

    private static WebArchive withKeys(String name, String keys) {
        Map<String, String> settings =
                Deployments.settings(Map.of("durin.secret-key", keys, "durin.scoped.audience", "keys"));
        return Deployments.application(name, settings, DATABASE.url(NAME));
    }

    /** An application that web.xml maps to a servlet of another name than that of its class. */
    private static WebArchive withServlet(WebArchive archive, String servlet) throws IOException {
        try (InputStream stream = archive.get("WEB-INF/web.xml").getAsset().openStream()) {
            String xml = new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("</web-app>", """
                            <servlet>
                              <servlet-name>rest</servlet-name>
                              <servlet-class>%s</servlet-class>
                              <init-param>
                                <param-name>jakarta.ws.rs.Application</param-name>
                                <param-value>dev.durin.it.app.TestApplication</param-value>
                              </init-param>
                              <async-supported>true</async-supported>
                            </servlet>
                            <servlet-mapping>
                              <servlet-name>rest</servlet-name>
                              <url-pattern>/rest/*</url-pattern>
                            </servlet-mapping>
                            </web-app>
                            """.formatted(servlet));
            archive.delete("WEB-INF/web.xml");
            return archive.setWebXML(new StringAsset(xml));
        }
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void beginAnew() {
        other.control("reset", "");
        other.control("read-feed", "");
    }

    private static String[] issued(Api api, String root, String... lines) {
        String[] parts = control(api, root, "issue", "alice\n" + String.join("\n", lines))
                .split(" ", -1);
        assertThat(parts).hasSize(3);
        return parts;
    }

    private static String control(Api api, String root, String what, String value) {
        Answer answer = api.postForm(root + "/test-scoped/" + what, Map.of("value", value));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static String token(String... lines) {
        return issued(other.api(), "api", lines)[0];
    }

    private static Answer call(String method, String path, String token) {
        return other.api()
                .send(other.api()
                        .request(path)
                        .header("Authorization", "FooBar " + token)
                        .method(method, BodyPublishers.noBody()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"api/echo/foo", "api/echo/foo/bar"})
    void headWhereGetCoversItThenAnswered(String path) {
        String token = token("GET /api/echo/foo");

        assertThat(call("HEAD", path, token).status()).isEqualTo(200);
        assertThat(call("GET", path, token).body()).startsWith("GET foo").endsWith("by alice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
    void otherMethodsWhereGetCoversHeadThenNot(String method) {
        assertThat(call(method, "api/echo/foo", token("GET /api/echo/foo")).status())
                .isEqualTo(401);
    }

    @Test
    void getWhereGetCoversHeadThenHeadDoesNotCoverIt() {
        String token = token("HEAD /api/echo/foo", "POST /api/echo/bar");

        assertThat(call("HEAD", "api/echo/foo", token).status()).isEqualTo(200);
        assertThat(call("GET", "api/echo/foo", token).status()).isEqualTo(401);
        assertThat(call("HEAD", "api/echo/bar", token).status()).isEqualTo(401);
        assertThat(call("HEAD", "api/echo/other", token("GET /api/echo/foo")).status())
                .isEqualTo(401);
    }

    /** B9.82: what would make a HEAD of something else. */
    @Test
    void headWhereGetCoversItThenNoHeaderMakesAnotherMethodOfIt() {
        Answer answer = other.api()
                .send(other.api()
                        .request("api/echo/foo")
                        .header("Authorization", "FooBar " + token("GET /api/echo/foo"))
                        .header("X-HTTP-Method-Override", "HEAD")
                        .POST(BodyPublishers.noBody()));

        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void outOfScopeWhereItIs401ThenThatWithTheOtherScheme() {
        Answer answer = call("GET", "api/echo/bar", token("GET /api/echo/foo"));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.detail()).isEqualTo("The token does not allow this request.");
        assertThat(answer.header("WWW-Authenticate")).startsWith("FooBar realm=\"api\"");
    }

    @Test
    void otherSchemeThenTheUsualOneIsNobodys() {
        Answer answer = other.api()
                .send(other.api()
                        .request("api/echo/foo")
                        .header("Authorization", "TmpToken " + token("GET /api/echo/foo")));

        assertThat(answer.body()).isEqualTo("GET foo by nobody");
    }

    @Test
    void otherParameterThenThatOneAndAllMethods() {
        String token = token("GET /api/echo/foo", "POST /api/echo/foo");

        assertThat(other.api().get("api/echo/foo?pass=" + token).body()).isEqualTo("GET foo by alice");
        assertThat(other.api()
                        .send(other.api().request("api/echo/foo?pass=" + token).POST(BodyPublishers.noBody()))
                        .body())
                .isEqualTo("POST foo by alice");
        assertThat(other.api().get("api/echo/foo?TOKEN=" + token).body()).isEqualTo("GET foo by nobody");
    }

    /** As it is by default. */
    @Test
    void noParameterThenNobodyIsKnownByALink() {
        Api api = server.api(NO_LINKS);
        String token = issued(api, "api", "GET /api/echo/foo")[0];

        for (String query : List.of("TOKEN=", "=", "null=", "pass=", "")) {
            Answer answer = api.get("api/echo/foo?" + query + token);
            assertThat(answer.body()).as(query).isEqualTo("GET foo by nobody");
            assertThat(answer.header("Referrer-Policy")).as(query).isEmpty();
        }
        assertThat(scoped(api, "api/echo/foo", token).body()).isEqualTo("GET foo by alice");
    }

    @Test
    void longestAgeOfLessThanAnHourThenThatWithoutALifetimeAndNoLonger() {
        Api api = server.api(NO_LINKS);
        api.postForm("api/test/stop-time", Map.of("value", "2026-11-29T12:00:00Z"));

        assertThat(issued(api, "api", "GET /api/echo/foo")[2]).isEqualTo("2026-11-29T12:10:00Z");
        assertThat(control(api, "api", "issue", "alice\nGET /api/echo/foo\nexpires PT601S"))
                .isEqualTo(
                        "expires_in: No scoped token lives so long. Ensure this value is less than or equal to 600.");
        api.postForm("api/test/reset", Map.of("value", ""));
    }

    /** B2.15: as the document has it be written. */
    @Test
    void linkThenTheAccessLogHasItsPathAndNotTheToken() throws IOException {
        String[] token = issued(other.api(), "api", "GET /api/echo");
        Path logs = TestServer.current().accessLogs(PROCESS);

        assertThat(other.api().get("api/echo/" + token[1] + "?pass=" + token[0]).status())
                .isEqualTo(200);

        NodeApi.until(() -> AccessLog.in(logs).contains(token[1]));
        assertThat(AccessLog.in(logs))
                .contains("/" + OTHER + "/api/echo/" + token[1])
                .doesNotContain(token[0])
                .doesNotContain("pass=");
    }

    /** B9.81 */
    @Test
    void otherIssuerAudienceAndSkewThenThose() {
        ScopedForger forger = new ScopedForger(Deployments.SECRET_KEY, "durin scoped tokens");
        String claims = forger.claims(token("GET /api/echo/foo"));

        assertThat(claims).startsWith("{\"iss\":\"https://shop.example\",\"aud\":\"orders\",");
        assertThat(call("GET", "api/echo/foo", forger.of(claims)).status()).isEqualTo(200);
        for (String changed : List.of(
                claims.replace("https://shop.example", "durin"),
                claims.replace("\"aud\":\"orders\"", "\"aud\":\"/" + OTHER + "\""),
                ahead(claims, 20))) {
            assertThat(call("GET", "api/echo/foo", forger.of(changed)).status()).isEqualTo(401);
        }
        assertThat(call("GET", "api/echo/foo", forger.of(ahead(claims, 5))).status())
                .isEqualTo(200);
    }

    /** B9.86 */
    @Test
    void keysRotatedThenTheOldOneIsGoodWhileItIsSetAndTheNewOneSigns() {
        Api old = server.api("scoped-old-key");
        Api both = server.api("scoped-both-keys");
        Api after = server.api("scoped-new-key");
        String parent = old.token("alice", "web");
        String early = issued(old, "api", "GET /api/echo/foo")[0];
        String child = issued(old, "api", "GET /api/echo/foo", "parent " + parent)[0];
        String late = issued(both, "api", "GET /api/echo/foo")[0];
        String lateChild = issued(both, "api", "GET /api/echo/foo", "parent " + parent)[0];

        assertThat(statuses(early, old, both, after)).containsExactly(200, 200, 401);
        assertThat(statuses(child, old, both, after)).containsExactly(200, 200, 401);
        assertThat(statuses(late, old, both, after)).containsExactly(401, 200, 200);
        assertThat(statuses(lateChild, old, both, after))
                .as("the key of the token that it was made with is gone")
                .containsExactly(401, 200, 401);
    }

    private static List<Integer> statuses(String token, Api... applications) {
        return Stream.of(applications)
                .map(api -> scoped(api, "api/echo/foo", token).status())
                .toList();
    }

    private static String ahead(String claims, int seconds) {
        String issued = claims.replaceAll(".*\"iat\":(\\d+),.*", "$1");
        return claims.replace(issued, String.valueOf(Long.parseLong(issued) + seconds));
    }

    /** B9.84, B9.85: no shorter than the longest may live. */
    @Test
    void revokedWhereTheyLiveForLongThenRefusedUntilItsEnd() {
        other.control("stop-time", "2026-11-29T12:00:00Z");
        String[] token = issued(other.api(), "api", "GET /api/echo/foo", "expires P60D");
        String rows = "SELECT id FROM durin_scoped_revocation WHERE id = ?";
        control(other.api(), "api", "revoke", token[1]);

        purgeAt("2027-01-28T11:59:59Z");
        assertThat(call("GET", "api/echo/foo", token[0]).detail()).isEqualTo("Invalid token.");
        purgeAt("2027-01-28T12:00:19Z");
        assertThat(call("GET", "api/echo/foo", token[0]).detail()).isEqualTo("The given token has expired.");
        assertThat(DATABASE.rowsOf(NAME, rows, token[1])).hasSize(1);
        purgeAt("2027-01-28T12:00:20Z");
        assertThat(DATABASE.rowsOf(NAME, rows, token[1])).isEmpty();
    }

    private static void purgeAt(String time) {
        other.control("stop-time", time);
        other.control("purge", "");
    }

    /** JAX-RS, section 2.3.2: by which Durin knows that a request is for JAX-RS. */
    @Test
    void applicationThatWebXmlNamesInAParameterThenTokensForItsMethodsAreGood() {
        assumeTrue(TestServer.current().restServlet().isPresent());
        Api api = server.api(SERVLET);
        String token = issued(api, "rest", "call invoice", "with id=42")[0];

        assertThat(scoped(api, "rest/echo/orders/42/invoice", token).body()).isEqualTo("invoice 42 by alice");
        assertThat(scoped(api, "rest/echo/orders/43/invoice", token).status()).isEqualTo(403);
        assertThat(scoped(api, "free/who", token).body()).startsWith("null");
    }

    private static Answer scoped(Api api, String path, String token) {
        return api.send(api.request(path).header("Authorization", "TmpToken " + token));
    }
}
