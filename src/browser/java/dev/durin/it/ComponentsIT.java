package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.SearchContext;
import org.openqa.selenium.WebElement;

/** Sessions and API key on the page of the example, in a real browser. */
class ComponentsIT extends PageTest {

    private static final String SESSIONS = "durin-sessions";
    private static final String KEY = "durin-api-key";

    private static ExampleProcess example;
    private static Api api;

    @BeforeAll
    static void start() throws Exception {
        example = ExampleProcess.start("example-output-browser");
        api = new Api(example.root());
    }

    @AfterAll
    static void stop() {
        example.close();
    }

    @BeforeEach
    void beginAnew() {
        api.post("api/auth/logoutall", api.token("alice", "web"));
        browser.complaints();
        browser.open(example.root().toString());
    }

    private static void logIn() {
        browser.fill("Name", "alice");
        browser.fill("Password", "alice-pass-1");
        browser.press("Log in");
        reads(SESSIONS, "This device");
    }

    private static SearchContext part(String name) {
        return browser.driver().findElement(By.cssSelector(name)).getShadowRoot();
    }

    private static String text(String part) {
        return (String) browser.driver()
                .executeScript(
                        "return document.querySelector(arguments[0]).shadowRoot.querySelector('div').innerText + '\\n'"
                                + " + document.querySelector(arguments[0]).shadowRoot.querySelector('.status').innerText",
                        part);
    }

    private static void reads(String part, String sentence) {
        browser.until(part + " \"" + sentence + "\"", () -> text(part).contains(sentence));
    }

    private static List<WebElement> buttons(String part) {
        List<WebElement> dialog = part(part).findElements(By.cssSelector("dialog[open] button"));
        return dialog.isEmpty() ? part(part).findElements(By.cssSelector("button")) : dialog;
    }

    private static void press(String part, String name) {
        browser.until(name + " in " + part, () -> buttons(part).stream()
                .anyMatch(button -> button.getAccessibleName().equals(name)));
        buttons(part).stream()
                .filter(button -> button.getAccessibleName().equals(name))
                .findFirst()
                .orElseThrow()
                .click();
    }

    private static String loginFrom(String userAgent) {
        return loginFrom(api, "alice", userAgent, "<i>x</i>");
    }

    private static int status(String token) {
        return api.get("api/me", token).status();
    }

    @Test
    void sessionsThenDeviceInWordsAndThisOneIsMarked() throws IOException {
        loginFrom("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:130.0) Gecko/20100101 Firefox/130.0");
        loginFrom("curl/8.5.0");
        logIn();

        assertThat(text(SESSIONS)).contains("Chrome on Linux", "Firefox on Windows", "curl/8.5.0", "web", "not yet");
        assertThat(part(SESSIONS).findElements(By.cssSelector("[part~=current]")))
                .hasSize(1);
        assertThat(part(SESSIONS).findElement(By.cssSelector("[part~=current]")).getText())
                .contains("This device")
                .doesNotContain("Sign out");
        browser.looksWell("self-service");
    }

    @Test
    void userAgentWithMarkupThenItIsText() { // B5.49
        loginFrom("<script>window.hacked = 1</script><img src=x onerror='window.hacked = 1'>");
        logIn();

        assertThat(text(SESSIONS)).contains("<script>window.hacked = 1</script>", "<i>x</i>");
        assertThat(browser.script("return window.hacked")).isNull();
    }

    @Test
    void sessionWhenEndedThenItsTokenIsRefused() throws IOException {
        String other = loginFrom("curl/8.5.0");
        logIn();

        press(SESSIONS, "Sign out curl/8.5.0");
        browser.looksWell("self-service-end");
        press(SESSIONS, "Cancel");
        assertThat(status(other)).isEqualTo(200);
        press(SESSIONS, "Sign out curl/8.5.0");
        press(SESSIONS, "Sign out");

        reads(SESSIONS, "curl/8.5.0 is signed out.");
        assertThat(status(other)).isEqualTo(401);
        browser.until(
                "this session alone",
                () -> part(SESSIONS).findElements(By.cssSelector("li")).size() == 1);
    }

    @Test
    void otherSessionsWhenEndedThenThisOneGoesOn() {
        List<String> others = Stream.of("curl/8.5.0", "okhttp/4.12", "curl/8.6.0")
                .map(ComponentsIT::loginFrom)
                .toList();
        logIn();

        press(SESSIONS, "Sign out all other devices");
        browser.until("how many", () -> part(SESSIONS)
                .findElement(By.cssSelector("dialog"))
                .getText()
                .contains(": web 3."));
        press(SESSIONS, "Sign out all other devices");

        reads(SESSIONS, "All other devices are signed out.");
        assertThat(others).extracting(ComponentsIT::status).containsOnly(401);
        assertThat(text(SESSIONS)).contains("This device");
    }

    @Test
    void apiKeyThenShownOnceUsedAndRevoked() throws IOException {
        logIn();
        reads(KEY, "You have no API key.");

        press(KEY, "Create an API key");
        reads(KEY, "it is not shown again");
        String key = part(KEY).findElement(By.cssSelector("input")).getAttribute("value");
        assertThat(status(key)).isEqualTo(200);
        browser.looksWell("api-key");
        press(KEY, "Copy");
        reads(KEY, "Copied.");
        assertThat(browser.clipboard()).isEqualTo(key);
        press(KEY, "I have copied it");
        reads(KEY, "Revoke the key");
        assertThat(part(KEY).findElements(By.cssSelector("input"))).isEmpty();

        press(KEY, "Revoke the key");
        press(KEY, "Revoke the key");

        reads(KEY, "The API key is revoked.");
        reads(KEY, "You have no API key.");
        assertThat(status(key)).isEqualTo(401);
    }

    @Test
    void sessionWhenEndedByOthersThenThePageAsksForTheLogin() {
        logIn();
        api.post("api/auth/logoutall", api.token("alice", "web"));
        press(KEY, "Create an API key");

        browser.reads("Your session has ended. Log in again.");
    }

    @Test
    void languageAndWordsThenThoseOfThePage() throws IOException {
        logIn();
        browser.script("document.querySelector('durin-sessions').lang = 'de';"
                + "document.querySelector('durin-api-key').texts = {create: 'Make me a key'};");

        reads(SESSIONS, "Dieses Gerät");
        reads(KEY, "Make me a key");
        browser.screenshot("self-service-de");
    }

    /** Anything that the page knows how to ask for, such as a token that it renews. */
    @Test
    void authorizationWhenAFunctionThenItIsAskedForEachRequest() {
        logIn();
        String token = api.token("alice", "mobile");
        browser.driver()
                .executeScript(
                        "window.asked = 0; window.given = arguments[0];"
                                + " document.querySelector('durin-sessions').authorization = async () => {"
                                + " window.asked += 1; return 'Token ' + window.given; };",
                        token);

        reads(SESSIONS, "mobile");
        browser.until("asked", () -> (Long) browser.script("return window.asked") >= 1);
    }

    /** Light on white could not be read. */
    @Test
    void pageWhenLightOnlyThenTheElementsAreLightInADarkBrowser() {
        logIn();
        browser.dark(true);
        String colour = "return getComputedStyle(document.querySelector('durin-sessions')).color";
        assertThat(browser.script(colour)).isEqualTo("rgb(229, 233, 239)");
        browser.script("document.documentElement.style.colorScheme = 'light'");

        assertThat(browser.script(colour)).isEqualTo("rgb(24, 33, 45)");
        browser.dark(false);
    }

    @Test
    void logoutWhenServerIsAwayThenThatIsSaid() {
        logIn();
        browser.offline(true);
        browser.press("Log out");
        browser.reads("You are logged out here, but the server could not be told.");
        browser.offline(false);
    }

    @Test
    void serverWhenAwayThenThatIsSaidAndAnotherTryHelps() {
        logIn();
        browser.script(
                "window.errors = []; document.addEventListener('durin-error', e => window.errors.push(e.detail.status))");
        browser.offline(true);
        browser.script("document.querySelector('durin-sessions').load()");
        reads(SESSIONS, "The server cannot be reached.");
        assertThat(browser.script("return window.errors.join()")).isEqualTo("0");
        browser.offline(false);
        press(SESSIONS, "Try again");

        reads(SESSIONS, "This device");
    }

    @Test
    void keyboardAloneThenASessionIsEnded() {
        String other = loginFrom("curl/8.5.0");
        browser.reads("Log in");
        browser.named("Name").click();
        browser.key("alice", Keys.TAB, "alice-pass-1", Keys.ENTER);
        reads(SESSIONS, "This device");
        browser.until("the button", () -> {
            browser.key(Keys.TAB);
            return "Sign out curl/8.5.0"
                    .equals(browser.script(
                            "return document.activeElement?.shadowRoot?.activeElement?.getAttribute('aria-label')"));
        });
        browser.key(Keys.ENTER);
        browser.until("the dialog", () -> !part(SESSIONS)
                .findElements(By.cssSelector("dialog[open]"))
                .isEmpty());
        browser.key(Keys.TAB, Keys.ENTER);

        reads(SESSIONS, "curl/8.5.0 is signed out.");
        assertThat(status(other)).isEqualTo(401);
    }

    @Test
    void otherSessionsWhenAnApiKeyIsAmongThemThenThatIsSaidAndTheKeyIsSeenToBeGone() {
        String other = loginFrom("curl/8.5.0");
        String key = api.post("api/auth/apiaccess", other).token();
        logIn();
        reads(KEY, "Revoke the key");

        press(SESSIONS, "Sign out all other devices");
        browser.until("which", () -> part(SESSIONS)
                .findElement(By.cssSelector("dialog"))
                .getText()
                .contains("API keys included: api 1, web 1."));
        press(SESSIONS, "Sign out all other devices");

        reads(KEY, "You have no API key.");
        assertThat(List.of(status(other), status(key))).containsOnly(401);
    }

    @Test
    void apiKeyWhenLoggedOutMeanwhileThenNotShown() {
        logIn();
        reads(KEY, "You have no API key.");

        browser.hold("POST");
        press(KEY, "Create an API key");
        browser.isHeld();
        browser.script("document.querySelector('durin-api-key').token = null");
        browser.letGo();

        assertThat(text(KEY)).contains("Log in to see this.").doesNotContain("not shown again");
        assertThat(part(KEY).findElements(By.cssSelector("input"))).isEmpty();
    }

    @Test
    void apiKeyWhenLookedForMeanwhileThenItStaysOnThePage() {
        logIn();
        reads(KEY, "You have no API key.");

        browser.hold("GET");
        browser.script("document.querySelector('durin-api-key').load()");
        browser.isHeld();
        press(KEY, "Create an API key");
        reads(KEY, "it is not shown again");
        browser.letGo();
        browser.script("document.querySelector('durin-api-key').load()");

        assertThat(text(KEY)).contains("it is not shown again");
        assertThat(part(KEY).findElements(By.cssSelector("input"))).hasSize(1);
    }

    @Test
    void dialogWhenTheTokenChangesOrTheElementGoesThenItGoes() {
        String other = loginFrom("curl/8.5.0");
        logIn();

        press(SESSIONS, "Sign out curl/8.5.0");
        browser.driver()
                .executeScript(
                        "document.querySelector('durin-sessions').token = arguments[0]", api.token("alice", "mobile"));
        assertThat(part(SESSIONS).findElements(By.cssSelector("dialog"))).isEmpty();
        reads(SESSIONS, "mobile");
        press(SESSIONS, "Sign out curl/8.5.0");
        browser.script("const part = document.querySelector('durin-sessions'); const place = part.parentElement;"
                + " part.remove(); place.append(part);");

        assertThat(part(SESSIONS).findElements(By.cssSelector("dialog"))).isEmpty();
        assertThat(status(other)).isEqualTo(200);
    }

    /** A token that has ended after another one was given is nothing to sign anybody out for. */
    @Test
    void requestOfAnEarlierTokenWhenRefusedThenNobodyIsSignedOut() {
        logIn();
        reads(KEY, "You have no API key.");
        String next = api.token("bob", "web");
        browser.script("window.out = 0; document.addEventListener('durin-signed-out', () => { window.out += 1; });");
        api.post("api/auth/logoutall", api.token("alice", "web"));

        browser.hold("POST");
        press(KEY, "Create an API key");
        browser.isHeld();
        browser.driver().executeScript("document.querySelector('durin-api-key').token = arguments[0]", next);
        browser.letGo();

        reads(KEY, "You have no API key.");
        assertThat(browser.script("return window.out")).isEqualTo(0L);
    }

    @Test
    void tokenWhenGivenBeforeTheScriptHasComeThenTaken() {
        browser.open(example.root() + "page.css");
        addSessions(
                "/api/auth",
                "/durin/components.js",
                Map.of("token", api.token("alice", "web"), "texts", Map.of("thisDevice", "This very one")));

        browser.until("the words and the session", () -> sessions().contains("This very one"));
    }

    @Test
    void dialogWhenCancelledThenTheFocusIsBackOnTheButton() {
        loginFrom("curl/8.5.0");
        logIn();
        for (String how : List.of("Cancel", "Escape")) {
            press(SESSIONS, "Sign out curl/8.5.0");
            if (how.equals("Cancel")) {
                press(SESSIONS, how);
            } else {
                browser.key(Keys.ESCAPE);
            }
            browser.until("the focus after " + how, () -> "Sign out curl/8.5.0"
                    .equals(browser.script("return document.querySelector('durin-sessions').shadowRoot.activeElement"
                            + "?.getAttribute('aria-label')")));
        }
    }

    /** As Safari before 16.4, where the policy lets in styles of the page. */
    @Test
    void stylesWhenTheBrowserCannotShareThemThenTheElementHasItsOwn() {
        browser.open(example.root() + "page.css");
        browser.script("delete CSSStyleSheet.prototype.replaceSync");
        addSessions("/api/auth", "/durin/components.js", Map.of("token", api.token("alice", "web")));
        browser.until("the session", () -> sessions().contains("This device"));

        assertThat(browser.script(
                        "return document.querySelector('durin-sessions').shadowRoot.adoptedStyleSheets.length"))
                .isEqualTo(0L);
        assertThat(style(SESSIONS, ".badge", "borderTopLeftRadius")).isEqualTo("99px");
    }

    private static String style(String part, String selector, String property) {
        return (String) browser.driver()
                .executeScript(
                        "const [part, selector, property] = arguments; const { shadowRoot } = document.querySelector(part);"
                                + " return getComputedStyle(shadowRoot.querySelector(selector))[property];",
                        part,
                        selector,
                        property);
    }

    @Test
    void coloursAndPartsWhenThePageStylesThemThenItsOwn() {
        logIn();
        reads(KEY, "You have no API key.");
        assertThat(style(KEY, ".primary", "backgroundColor")).isEqualTo("rgb(29, 95, 191)");

        browser.script(
                "document.documentElement.style.setProperty('--durin-accent', '#7a3b12');"
                        + " document.styleSheets[0].insertRule('durin-sessions::part(session current) { border-top-width: 7px; }');");

        assertThat(style(KEY, ".primary", "backgroundColor")).isEqualTo("rgb(122, 59, 18)");
        assertThat(style(SESSIONS, "[part~=current]", "borderTopWidth")).isEqualTo("7px");
    }

    @Test
    void sessionThenWhereItCameFromWhenItBeganAndWhenItEnds() {
        String other = loginFrom("curl/8.5.0");
        JsonObject session = api.send(api.request("api/auth/sessions")
                        .header("User-Agent", "curl/8.5.0")
                        .header("Authorization", "Token " + other))
                .array()
                .getJsonObject(0);
        logIn();
        reads(SESSIONS, "curl/8.5.0");

        Map<String, String> facts = facts(SESSIONS, "curl/8.5.0");
        assertThat(facts).containsEntry("Address", session.getString("address"));
        assertThat(facts.get("Signed in"))
                .endsWith(" " + session.getString("created"))
                .matches("\\d+ \\w+ 20\\d\\d, \\d\\d:\\d\\d .*");
        assertThat(facts).containsEntry("Expires", "in 11 hours " + session.getString("expiry"));
    }

    @Test
    void apiKeyThenWhenItEnds() {
        String token = api.token("alice", "web");
        api.post("api/auth/apiaccess", token);
        JsonObject key = api.get("api/auth/apiaccess", token).json();
        logIn();
        reads(KEY, "Revoke the key");

        assertThat(facts(KEY, "")).containsEntry("Expires", "in 11 months " + key.getString("expiry"));
    }

    /** What is said of a device, or of the key: the words, and the instant that is meant. */
    @SuppressWarnings("unchecked")
    private static Map<String, String> facts(String part, String device) {
        return (Map<String, String>) browser.driver().executeScript("""
                        const [part, device] = arguments;
                        const cards = [...document.querySelector(part).shadowRoot.querySelectorAll('.card')];
                        const card = cards.find((one) => (one.querySelector('h3')?.textContent ?? '') === device);
                        return Object.fromEntries([...card.querySelectorAll('dl > div')].map((fact) => [
                          fact.querySelector('dt').textContent,
                          [fact.querySelector('dd').textContent, fact.querySelector('time')?.dateTime].filter(Boolean).join(' '),
                        ]));
                        """, part, device);
    }

    @Test
    void apiKeyWhenTheBrowserDoesNotCopyThenItIsSelected() {
        logIn();
        reads(KEY, "You have no API key.");
        browser.script("navigator.clipboard.writeText = () => Promise.reject(new Error('not permitted'))");

        press(KEY, "Create an API key");
        reads(KEY, "it is not shown again");
        press(KEY, "Copy");

        reads(KEY, "Select the key and copy it.");
        assertThat(browser.script("const field = document.querySelector('durin-api-key').shadowRoot.activeElement;"
                        + " return field.value.slice(field.selectionStart, field.selectionEnd);"))
                .isEqualTo(part(KEY).findElement(By.cssSelector("input")).getAttribute("value"));
    }
}
