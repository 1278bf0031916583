package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The console's page of tokens: what operators find, issue and end, and what that does to others. */
class ConsoleTokensIT extends ConsoleTest {

    @Test
    void tokensThenFilteredSortedAndPaged() throws IOException {
        IntStream.range(0, 60).forEach(at -> node.api().token("bob", "web"));
        node.api().token("root", "mobile");
        logIn();
        goTo("Tokens", "50 of 62 tokens");
        browser.looksWell("tokens");

        browser.press("Show more");
        browser.reads("62 of 62 tokens");
        browser.fill("Caller begins with", "ro");
        browser.reads("1 of 1 token");
        assertThat(browser.list()).contains("root", "mobile").doesNotContain("bob");
        browser.fill("Caller begins with", "nobody");
        browser.reads("No token is like that.");
        browser.fill("Caller begins with", "b");
        browser.choose("Order", "oldest first");
        browser.choose("Client", "web");
        browser.reads("50 of 60 tokens");
        browser.choose("State", "expired");
        browser.reads("No token is like that.");
    }

    @Test
    void userAgentWithMarkupThenItIsText() { // B5.49
        loginFrom(
                node.api(),
                "bob",
                "<script>window.hacked = 1</script><img src=x onerror='window.hacked = 1'>",
                "<b>bold</b>");
        logIn();
        goTo("Tokens", "<script>window.hacked = 1</script>");

        assertThat(browser.text()).contains("<b>bold</b>");
        assertThat(browser.script("return window.hacked")).isNull();
    }

    @Test
    void tokenWhenEndedThenRefusedWithTheNextRequest() throws IOException {
        String bob = node.api().token("bob", "web");
        String other = node.api().token("bob", "mobile");
        long id = count("SELECT MIN(id) FROM durin_token");
        logIn();
        goTo("Tokens", "3 of 3 tokens");

        browser.press("End the token " + id + " of bob");
        browser.reads("End this token of bob?");
        browser.looksWell("token-end");
        browser.press("End 1 token");

        browser.reads("The token of bob for web has ended.");
        assertThat(status(bob)).isEqualTo(401);
        assertThat(status(other)).isEqualTo(200);
    }

    @Test
    void tokenWhenPastedThenWhoseItIs() throws IOException {
        String bob = node.api().token("bob", "mobile");
        logIn();
        goTo("Tokens", "2 of 2 tokens");

        browser.press("Find a pasted token");
        browser.fill("Token", bob);
        browser.press("Find it");
        browser.reads("This token is live.");
        assertThat(browser.named("Token").getAttribute("value")).isEmpty();
        browser.looksWell("token-found");
        browser.fill("Token", "no token");
        browser.press("Find it");
        browser.reads("This is not written like a token. Scoped tokens are not looked for here.");
        browser.fill("Token", "0".repeat(64));
        browser.press("Find it");
        browser.reads("There is no such token: it has ended, or was never one of this application.");
        browser.fill("Token", bob);
        browser.press("Find it");
        browser.press("End it");
        browser.press("End 1 token");

        browser.reads("The token of bob for mobile has ended.");
        assertThat(status(bob)).isEqualTo(401);
    }

    @Test
    void tokenWhenIssuedThenShownOnceAndGood() throws IOException {
        logIn();
        goTo("Tokens", "1 of 1 token");

        browser.press("Issue a token");
        browser.press("Issue it");
        browser.until("a fault at the field", () -> "true"
                .equals(browser.named("Caller").getAttribute("aria-invalid")));
        browser.looksWell("token-issue");
        browser.fill("Caller", "bob");
        browser.choose("Client", "mobile");
        browser.fill("Name", "nightly export");
        browser.press("Issue it");
        browser.reads("It is shown this once.");
        String token = browser.named("Token of bob for mobile").getAttribute("value");
        assertThat(status(token)).isEqualTo(200);
        browser.looksWell("token-issued");
        browser.press("Copy");
        browser.reads("Copied.");
        assertThat(browser.clipboard()).isEqualTo(token);
        browser.press("I have kept it");

        browser.reads("nightly export");
        assertThat(browser.driver().getPageSource()).doesNotContain(token);
    }

    @Test
    void tokenWhenEscapeIsPressedWhileItIsIssuedThenShownAllTheSame() {
        logIn();
        goTo("Tokens", "1 of 1 token");

        browser.press("Issue a token");
        browser.fill("Caller", "bob");
        browser.hold("POST");
        browser.press("Issue it");
        browser.isHeld();
        browser.key(Keys.ESCAPE);
        browser.key(Keys.ESCAPE);
        browser.letGo();

        browser.reads("It is shown this once.");
    }

    @Test
    void tokensWhenSeveralThenCountedBeforeTheyEnd() throws IOException {
        String web = node.api().token("bob", "web");
        String mobile = node.api().token("bob", "mobile");
        String root = node.api().token("root", "mobile");
        logIn();
        goTo("Tokens", "4 of 4 tokens");

        several("All of a caller for a client", "bob", "mobile", "1 token of bob for mobile will end.", "End 1 token");
        assertThat(List.of(status(web), status(mobile), status(root))).containsExactly(200, 401, 200);
        browser.isAccessible("tokens-ended");
        several("All of a caller", "bob", "", "1 token of bob will end.", "End 1 token");
        assertThat(List.of(status(web), status(root))).containsExactly(401, 200);
        several("All of a client", "", "mobile", "1 token of the client mobile will end.", "End 1 token");
        assertThat(status(root)).isEqualTo(401);
        String again = node.api().token("root", "web");
        several("All of everybody", "", "", "1 token of everybody will end.", "End 1 token");
        assertThat(status(again)).isEqualTo(401);
        browser.reads("1 of 1 token");
    }

    @Test
    void tokensWhenFormChangesWhileTheyAreCountedThenWhatWasCountedEnds() {
        String bob = node.api().token("bob", "web");
        String root = node.api().token("root", "web");
        logIn();
        goTo("Tokens", "3 of 3 tokens");

        browser.press("End several");
        browser.fill("Caller", "bob");
        browser.hold("POST");
        browser.press("Count them");
        browser.isHeld();
        browser.fill("Caller", "root");
        browser.letGo();
        browser.press("End 1 token");

        browser.reads("1 token ended.");
        assertThat(List.of(status(bob), status(root))).containsExactly(401, 200);
    }

    /** Those that were made in code, without one that is stored. */
    @Test
    void scopedTokensWhenTheirCallerHasNoOthersThenTheyAreEnded() throws IOException {
        String scoped = scopedOf("bob");
        assertThat(echo(scoped)).isEqualTo(200);
        logIn();
        goTo("Tokens", "1 of 1 token");

        browser.press("End several");
        browser.fill("Caller", "bob");
        browser.looksWell("tokens-several");
        browser.press("Count them");
        browser.reads("The scoped tokens of bob end as well; they are not counted.");
        browser.looksWell("tokens-counted");
        browser.press("End the scoped tokens");

        browser.reads("0 tokens ended. So have the scoped ones of bob.");
        assertThat(echo(scoped)).isEqualTo(401);
    }

    @Test
    void tokensOfAClientWhenThereAreNoneThenNothingCanBeEnded() {
        logIn();
        goTo("Tokens", "1 of 1 token");

        browser.press("End several");
        browser.press("All of a client");
        browser.choose("Client", "mobile");
        browser.press("Count them");
        browser.until("0 tokens of it", () -> said().contains("0 tokens of the client mobile will end."));

        assertThat(said()).doesNotContain("Scoped tokens");
        assertThat(browser.canPress("End 0 tokens")).isFalse();
    }

    private static String scopedOf(String caller) {
        String lines = caller + "\nGET /api/echo/foo";
        return node.api()
                .postForm("api/test-scoped/issue", Map.of("value", lines))
                .body()
                .split(" ", -1)[0];
    }

    private static int echo(String scoped) {
        return node.api()
                .send(node.api().request("api/echo/foo").header("Authorization", "TmpToken " + scoped))
                .status();
    }

    @Test
    void tokensWhenTheOperatorsOwnMayBeAmongThemThenThatIsSaid() throws IOException {
        node.api().token("bob", "mobile");
        logIn();
        goTo("Tokens", "2 of 2 tokens");
        String warning = "The token that you work with may be among them.";

        browser.press("End several");
        browser.press("Spare the token that I work with");
        browser.press("All of a client");
        browser.choose("Client", "durin-console");
        browser.press("Count them");
        browser.reads(warning);
        browser.press("Back");
        browser.choose("Client", "mobile");
        browser.press("Count them");
        browser.until("1 token of it", () -> said().contains("1 token of the client mobile will end."));
        assertThat(said()).doesNotContain(warning);
        browser.press("Back");
        browser.press("All of everybody");
        browser.press("Count them");
        browser.reads(warning);
        browser.looksWell("tokens-warning");
        browser.press("End 2 tokens");

        browser.reads("Your session has ended. Log in again to go on.");
    }

    private static String said() {
        return browser.text().replace('\n', ' ');
    }

    private static void several(String which, String caller, String client, String counted, String verb) {
        browser.press("End several");
        browser.press(which);
        if (!caller.isEmpty()) {
            browser.fill("Caller", caller);
        }
        if (!client.isEmpty()) {
            browser.choose("Client", client);
        }
        browser.press("Count them");
        browser.until(counted, () -> said().contains(counted));
        browser.press(verb);
        browser.reads("1 token ended.");
        // It goes by itself, too.
        browser.script("document.querySelector('.toast button')?.click()");
        browser.readsNoMore("1 token ended.");
    }
}
