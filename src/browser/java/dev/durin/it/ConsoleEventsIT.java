package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The console's page of events, which shows what happens as it happens. */
class ConsoleEventsIT extends ConsoleTest {

    @Test
    void eventsThenTheyComeByThemselvesUntilPaused() throws IOException {
        logIn();
        browser.press("Events");
        browser.lists("login succeeded");
        assertThat(node.api().login("bob", "wrong", "web").status()).isEqualTo(400);
        browser.lists("login failed");
        browser.isAccessible("events");
        browser.fitsPhone("events");

        browser.press("Pause");
        browser.reads("Paused.");
        browser.choose("Kind", "token issued");
        browser.until("issued ones alone", () -> !browser.list().contains("login"));
        browser.lists("token issued");
        browser.press("Go on");
        browser.choose("Kind", "login failed");
        browser.until("failed ones alone", () -> !browser.list().contains("issued"));
        browser.lists("login failed");
    }
}
