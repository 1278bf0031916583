package dev.durin.it;

import static dev.durin.it.ConsoleServer.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Console and elements of an application whose settings are not those that there are without any. */
class ConsoleSettingsIT extends ConsoleTest {

    @BeforeEach
    void goToTheOther() {
        server.rows(OTHER, "DELETE FROM durin_token");
        server.rows(OTHER, "DELETE FROM durin_client WHERE declared = FALSE");
        server.node(OTHER).control("read-feed", "");
        open(OTHER);
    }

    private static List<List<String>> tokens() {
        return server.rows(OTHER, "SELECT id FROM durin_token");
    }

    @Test
    void schemeWhenNotTokenThenTheConsoleIsUsedAndLeftAllTheSame() {
        logIn();
        goTo("Clients", "Create a client");
        assertThat(tokens()).hasSize(1);
        browser.press("Log out");

        browser.reads("You have logged out.");
        browser.until("no token", () -> tokens().isEmpty());
    }

    @Test
    void schemeOfAnElementThenItsTokenIsSentWithThat() {
        String token = server.node(OTHER).api().token("alice", "web");
        browser.open(server.root(OTHER) + "durin/components.js");
        addSessions("../api/auth", "components.js", Map.of("token", token));

        browser.until("a refusal", () -> sessions().contains("You are signed out."));
        browser.script("document.querySelector('durin-sessions').setAttribute('scheme', 'Bearer')");
        browser.until("this session", () -> sessions().contains("This device"));
    }

    @Test
    void clientWhenNothingIsSaidThenItHasTheUsualLoginPolicy() {
        logIn();
        goTo("Clients", "Create a client");
        browser.press("Create a client");
        browser.fill("Name", "partner");
        browser.press("Create");

        browser.reads("The client partner exists.");
        browser.lists("partner", "\nnew\n");
    }
}
