package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The example, started as the README's command starts it. */
@Tag("own-server")
class ExampleIT {

    private static ExampleProcess example;
    private static int port;

    @BeforeAll
    static void start() throws Exception {
        example = ExampleProcess.start("example-output");
        port = example.port();
    }

    @AfterAll
    static void stop() {
        example.close();
    }

    @Test
    void exampleWhenStartedThenWhatItPrintsIsTrue() {
        Api api = new Api(URI.create("http://localhost:" + port + "/"));
        String web = api.token("alice", "web");
        String cli = api.token("alice", "cli");

        assertThat(example.output()).contains("http://localhost:" + port + "/api", "alice / alice-pass-1", "curl");
        assertThat(api.get("api/open").status()).isEqualTo(200);
        assertThat(api.get("api/me").status()).isEqualTo(401);
        assertThat(api.get("api/me", web).body()).isEqualTo("alice with web");
        assertThat(api.get("api/web-only", web).status()).isEqualTo(200);
        assertThat(api.get("api/web-only", cli).status()).isEqualTo(403);
        assertThat(api.get("api/not-cli", cli).status()).isEqualTo(403);
        assertThat(api.get("api/admin", web).status()).isEqualTo(403);
        assertThat(api.get("api/admin", api.token("root", "web")).status()).isEqualTo(200);
        assertThat(api.get("api/auth/sessions", web).array()).hasSize(2);
        assertThat(api.post("api/auth/logout", web).status()).isEqualTo(204);
        assertThat(api.post("api/auth/logout", web).status()).isEqualTo(401);
    }

    /** What a browser would load, from the page of the example on. */
    @Test
    void pageWhenOpenedThenItAndWhatItLoadsAreThere() {
        Api api = new Api(URI.create("http://localhost:" + port + "/"));

        assertThat(api.get("index.html").body()).contains("<durin-sessions", "<durin-api-key", "durin/components.js");
        assertThat(api.get("page.js").status()).isEqualTo(200);
        assertThat(api.get("page.css").status()).isEqualTo(200);
        assertThat(api.get("durin/components.js").body()).contains("customElements.define('durin-sessions'");
        assertThat(api.get("durin/").status()).isEqualTo(200);
    }

    /** The application's own unit, with an unnamed persistence context, works beside Durin's. */
    @Test
    void themeWhenChangedThenItsOwnEntityKeepsIt() {
        Api api = new Api(URI.create("http://localhost:" + port + "/"));
        String mobile = api.token("bob", "mobile");

        assertThat(api.get("api/theme", mobile).body()).isEqualTo("light");
        assertThat(api.send(api.request("api/theme")
                                .header("Authorization", "Token " + mobile)
                                .header("Content-Type", "text/plain")
                                .PUT(BodyPublishers.ofString("dark")))
                        .status())
                .isEqualTo(200);

        assertThat(api.get("api/theme", mobile).body()).isEqualTo("dark");
        assertThat(api.get("api/theme", api.token("bob", "web")).body()).isEqualTo("light");
    }

    /** What the example prints with accounts, step by step. */
    @Test
    void exampleWithAccountsThenWhoRegistersConfirmsAndLogsIn() {
        Api api = new Api(URI.create("http://localhost:" + port + "/"));
        Map<String, String> carol =
                Map.of("username", "carol", "password", "zebra-crossing-7", "email", "carol@example.com");

        assertThat(api.postForm("api/auth/register", carol).status()).isEqualTo(201);
        assertThat(api.login("carol", "zebra-crossing-7", "web").status()).isEqualTo(400);
        String link = mailedLink("register/confirm/");
        assertThat(api.post(link, "none").status()).isEqualTo(200);
        assertThat(api.login("carol", "zebra-crossing-7", "web").status()).isEqualTo(200);

        assertThat(api.postForm("api/auth/account/forgotten", Map.of("username", "carol"))
                        .status())
                .isEqualTo(202);
        assertThat(api.postForm(mailedLink("account/reset/"), Map.of("new_password", "quite another 8"))
                        .status())
                .isEqualTo(204);
        assertThat(api.login("carol", "quite another 8", "web").status()).isEqualTo(200);
    }

    /** The link of a mail, once it is printed. */
    private static String mailedLink(String path) {
        Pattern link = Pattern.compile("http://localhost:" + port + "/(api/auth/" + path + "[0-9a-f]+)");
        NodeApi.until(() -> link.matcher(example.output()).find());
        Matcher found = link.matcher(example.output());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void exampleWhenPortIsInUseThenItSaysSo() throws Exception {
        Path output = Path.of("target", "example-output-busy.txt");

        Process second = ExampleProcess.run(port, output, false);

        assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isEqualTo(1);
        assertThat(Files.readString(output)).contains("Port " + port + " is in use");
    }
}
