package dev.durin.it;

import static dev.durin.it.ConsoleServer.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** What the tests of the console share: each begins without tokens, at the login. */
abstract class ConsoleTest extends PageTest {

    static ConsoleServer server;
    static NodeApi node;

    @BeforeAll
    static void startServer() {
        server = ConsoleServer.started();
        node = server.node(NAME);
    }

    @BeforeEach
    void beginAnew() {
        for (String table : List.of("durin_mail", "durin_token", "durin_account")) {
            rows("DELETE FROM " + table);
        }
        rows("DELETE FROM durin_client WHERE declared = FALSE");
        node.control("reset", "");
        node.control("read-feed", "");
        node.control("rate", "durin-console=");
        browser.complaints();
        open(NAME);
    }

    /** The console of an application, at the login. */
    static void open(String application) {
        browser.open("about:blank");
        browser.open(server.root(application) + "durin/");
        // The page moves it there when it is drawn; keys before that would go elsewhere.
        browser.until("the focus", () -> browser.focused().equals("Name"));
    }

    static void logIn() {
        logInTo("Uses by client and day");
    }

    static void logInTo(String sentence) {
        browser.fill("Name", "alice");
        browser.fill("Password", "alice-pass-1");
        browser.press("Log in");
        browser.reads(sentence);
    }

    static void goTo(String page, String sentence) {
        browser.press(page);
        browser.reads(sentence);
    }

    static int status(String token) {
        return node.api().get("api/auth/sessions", token).status();
    }

    static List<List<String>> rows(String query) {
        return server.rows(NAME, query);
    }

    static long count(String query) {
        return Long.parseLong(rows(query).get(0).get(0));
    }

    static void createClient(String name) {
        assertThat(node.control("create-client", name).body()).isEmpty();
    }
}
