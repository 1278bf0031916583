package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durin.it.console.OwnApplication;
import dev.durin.it.console.OwnDurinServlet;
import dev.durin.it.console.OwnResource;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is served below {@code durin/}, as a client sees it that is no browser. */
@Tag("host-variants")
class ConsoleServletIT {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    private static final Map<String, String> ADMIN =
            Map.of("durin.admin.enabled", "true", "durin.admin.callers", "alice");

    private static ServerProcess server;

    @BeforeAll
    static void startServer() throws IOException {
        server = TestServer.current()
                .start(
                        "console-servlet",
                        List.of(
                                application("console-on", ADMIN),
                                application("console-off", Map.of("durin.components.enabled", "false")),
                                application("console-default", Map.of()),
                                application("console-own", ADMIN).addClass(OwnDurinServlet.class),
                                application("console-two", ADMIN).addClasses(OwnApplication.class, OwnResource.class),
                                application("console-told", told())));
    }

    private static WebArchive application(String name, Map<String, String> changes) {
        return Deployments.application(name, Deployments.settings(changes));
    }

    private static Map<String, String> told() {
        return Map.of(
                "durin.admin.enabled", "true",
                "durin.console.api", "/elsewhere/auth",
                "durin.auth.header-prefixes", "Bearer,Token");
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    private static Answer get(String application, String path) {
        return server.api(application).get(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "durin/",
                "durin/index.html",
                "durin/console.js",
                "durin/console.css",
                "durin/icon.svg",
                "durin/config.json",
                "durin/components.js",
                "durin/vendor/standalone.module.js",
                "durin/vendor/LICENSE",
                "durin/vendor/LICENSE-preact"
            })
    void fileWhenThereThenNoScriptAndNoHostButTheConsolesOwn(String path) { // B5.49
        Answer answer = get("console-on", path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isNotEmpty();
        assertThat(answer.header("Content-Security-Policy")).isEqualTo(POLICY);
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(answer.header("ETag")).matches("\"[0-9a-f]{32}\"");
        assertThat(answer.headers("Set-Cookie")).isEmpty();
    }

    @Test
    void mediaTypesThenWhatBrowsersWant() {
        assertThat(get("console-on", "durin/").header("Content-Type")).startsWith("text/html");
        assertThat(get("console-on", "durin/console.js").header("Content-Type")).startsWith("text/javascript");
        assertThat(get("console-on", "durin/console.css").header("Content-Type"))
                .startsWith("text/css");
        assertThat(get("console-on", "durin/icon.svg").header("Content-Type")).startsWith("image/svg+xml");
        assertThat(get("console-on", "durin/config.json").header("Content-Type"))
                .startsWith("application/json");
    }

    @Test
    void pageThenNoScriptAndNoStyleIsInIt() { // B5.49
        assertThat(get("console-on", "durin/").body())
                .contains("<script type=\"module\" src=\"console.js\"></script>")
                .doesNotContainPattern("<script(?![^>]* src=)|<style| style=| on[a-z]+=|https?://");
    }

    @Test
    void pathWithoutSlashThenToTheOneWithIt() {
        Answer answer = get("console-on", "durin?x=1");

        assertThat(answer.status()).isEqualTo(302);
        URI asked = server.root("console-on").resolve("durin");
        assertThat(asked.resolve(answer.header("Location")).getPath()).isEqualTo("/console-on/durin/");
        assertThat(answer.header("Location")).as("behind a proxy").doesNotStartWith("/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "durin/missing.js",
                "durin/index.html/",
                "durin/vendor/",
                "durin/vendor",
                "durin/components",
                "durin/INDEX.HTML"
            })
    void fileWhenNotThereThenNotFound(String path) {
        Answer answer = get("console-on", path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Security-Policy")).isEqualTo(POLICY);
        assertThat(answer.detail()).isEqualTo("Not found.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "durin/../WEB-INF/web.xml",
                "durin/../../parts",
                "durin/%2e%2e/parts",
                "durin/..%2fparts",
                "durin/%2e%2e%2fparts",
                "durin/..%5cparts",
                "durin/..;/parts",
                "durin/vendor/../../parts",
                "durin/vendor/..%2f..%2f..%2fMANIFEST.MF",
                "durin/%00",
                "durin/index.html%00.js",
                "durin//META-INF/durin/parts",
                "durin/%2fMETA-INF%2fdurin%2fparts"
            })
    void pathThatClimbsThenNothingOfTheJarOrTheApplication(String path) throws IOException {
        try (RawConnection connection = new RawConnection(server.root("console-on"))) {
            // One server sends whoever climbs out of an application to the root.
            RawAnswer answer = connection.send(RawRequest.of("GET " + path).bytes(server.root("console-on")));

            assertThat(answer.status()).as(answer.toString()).isBetween(300, 499);
            assertThat(answer.body()).doesNotContain("dev.durin.", "<web-app", "Manifest-Version");
        }
    }

    @Test
    void fileWhenKnownThenNotSentAgain() {
        Answer first = get("console-on", "durin/console.js");
        String tag = first.header("ETag");

        for (String known : new String[] {tag, "W/" + tag, "\"other\", " + tag, "*"}) {
            Answer again = server.api("console-on")
                    .send(server.api("console-on").request("durin/console.js").header("If-None-Match", known));
            assertThat(again.status()).as(known).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(again.header("ETag")).isEqualTo(tag);
        }
        assertThat(server.api("console-on")
                        .send(server.api("console-on")
                                .request("durin/console.js")
                                .header("If-None-Match", "\"other\""))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void headThenLengthWithoutBody() {
        Answer got = get("console-on", "durin/console.css");
        Answer head = call("HEAD", "durin/console.css");

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.header("Content-Length"))
                .isEqualTo(String.valueOf(got.body().length()));
        assertThat(head.header("ETag")).isEqualTo(got.header("ETag"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS"})
    void otherMethodThenNotAllowed(String method) {
        Answer answer = call(method, "durin/console.css");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo("GET, HEAD");
    }

    private static Answer call(String method, String path) {
        Api api = server.api("console-on");
        return api.send(api.request(path).method(method, BodyPublishers.noBody()));
    }

    @Test
    void byDefaultThenTheComponentsAreThereAndTheConsoleIsNot() {
        assertThat(get("console-default", "durin/components.js").status()).isEqualTo(200);
        for (String path : List.of("durin", "durin/", "durin/index.html", "durin/console.js", "durin/config.json")) {
            assertThat(get("console-default", path).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void componentsWhenSwitchedOffThenNotFound() {
        assertThat(get("console-off", "durin/components.js").status()).isEqualTo(404);
        assertThat(get("console-off", "durin/").status()).isEqualTo(404);
    }

    @Test
    void settingsThenTheEndpointsAreFoundByTheApplicationsMappings() {
        assertThat(get("console-on", "durin/config.json").body())
                .isEqualTo("{\"api\":\"/console-on/api/auth\",\"scheme\":\"Token\",\"client\":\"durin-console\","
                        + "\"admin\":true}");
        JsonObject told = get("console-told", "durin/config.json").json();
        assertThat(told.getString("api")).isEqualTo("/elsewhere/auth");
        assertThat(told.getString("scheme")).isEqualTo("Bearer");
    }

    /** Of the two one lists its own classes alone. */
    @Test
    void settingsWhenSeveralApplicationsThenOfTheOneThatHasTheEndpoints() {
        assertThat(get("console-two", "a/own").body()).isEqualTo("own");
        assertThat(get("console-two", "durin/config.json").json().getString("api"))
                .isEqualTo("/console-two/api/auth");
    }

    /** Whoever has no token must not make the application's objects again and again. */
    @Test
    void settingsWhenAskedForAgainThenTheApplicationIsNotMadeAgain() {
        get("console-two", "durin/config.json");
        String made = get("console-two", "a/own/made").body();

        for (int n = 0; n < 5; n++) {
            assertThat(get("console-two", "durin/config.json").status()).isEqualTo(200);
        }

        assertThat(Integer.parseInt(made)).isPositive();
        assertThat(get("console-two", "a/own/made").body()).isEqualTo(made);
    }

    @Test
    void servletOfTheApplicationsOwnThenItStaysAndAWarningSaysSo() {
        assertThat(get("console-own", "durin/index.html").body()).isEqualTo("the application's own");
        assertThat(server.log())
                .containsPattern("The application has a servlet of its own at /durin/\\*, so Durin's console");
    }
}
