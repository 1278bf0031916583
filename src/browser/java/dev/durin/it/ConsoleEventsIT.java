package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.IntStream;
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
        browser.looksWell("events");

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

    /** More than come with one answer, after there was none to go on from. */
    @Test
    void eventsWhenManyAtOnceThenNoneIsMissing() {
        logIn();
        browser.press("Events");
        browser.choose("Kind", "token expired");
        browser.reads("Nothing of the kind has happened here yet.");
        assertThat(browser.text()).contains("1,000 of each kind at most");

        browser.press("Pause");
        browser.reads("Paused.");
        IntStream.range(0, 250).forEach(at -> node.control("issue", "bob"));
        rows("UPDATE durin_token SET expiry = created WHERE caller = 'bob'");
        node.control("purge", "");
        // The number is shown until the next look, which a slow browser might miss; so there is none.
        browser.script("""
                const real = window.setTimeout;
                window.setTimeout = (work, after, ...values) => after >= 5000 ? 0 : real(work, after, ...values);
                """);
        browser.press("Go on");

        browser.reads("250 new.");
        assertThat(shown()).isEqualTo(250);
    }

    @Test
    void eventsWhenPausedWhileTheyAreAskedForThenShownAfterwards() {
        logIn();
        browser.press("Events");
        assertThat(node.api().login("bob", "wrong", "web").status()).isEqualTo(400);
        browser.choose("Kind", "login failed");
        browser.until(
                "those alone",
                () -> browser.list().contains("login failed") && !browser.list().contains("login succeeded"));
        browser.press("Pause");
        browser.reads("Paused.");
        long before = shown();
        assertThat(node.api().login("bob", "wrong", "web").status()).isEqualTo(400);

        browser.hold("GET");
        browser.press("Go on");
        browser.isHeld();
        browser.press("Pause");
        browser.letGo();
        assertThat(shown()).isEqualTo(before);

        browser.press("Go on");
        browser.until("one more", () -> shown() == before + 1);
    }

    /** As behind a balancer, or after a restart: numbered anew, and nothing of what there was before. */
    @Test
    void eventsWhenAnotherNodeAnswersThenItsOwnAlone() {
        logIn();
        browser.press("Events");
        browser.lists("login succeeded");
        browser.press("Pause");
        browser.script("""
                const items = [2, 1].map((sequence) => ({
                  sequence, time: '2026-11-29T20:15:30Z', kind: 'logged-out', caller: 'caller-' + sequence, detail: 'Elsewhere.',
                }));
                window.fetch = async (address) => {
                  const after = Number(new URL(address).searchParams.get('after') ?? 0);
                  const answer = {
                    items: items.filter((item) => item.sequence > after), node: 'elsewhere:1', since: '2026-11-29T20:00:00Z',
                  };
                  return new Response(JSON.stringify(answer), { status: 200 });
                };
                """);
        browser.press("Go on");

        browser.reads("Of the node elsewhere:1 since");
        browser.lists("caller-1");
        assertThat(browser.list()).contains("caller-2").doesNotContain("login succeeded");
    }

    private static long shown() {
        return (Long) browser.script("return document.querySelectorAll('main tbody tr').length");
    }
}
