package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The console in a real browser against a real server: every page, every action, and what each does to others. */
class ConsoleIT {

    private static final TestDatabase DATABASE = Databases.current();
    private static final String NAME = "console";
    private static final String PASSWORD = "zebra-Crossing 7";

    private static ServerProcess server;
    private static Browser browser;
    private static NodeApi node;

    @BeforeAll
    static void start() throws IOException {
        DATABASE.create(NAME);
        Map<String, String> settings = new TreeMap<>(Deployments.settings(Map.of(
                "durin.admin.enabled", "true",
                "durin.admin.callers", "alice",
                "durin.accounts.enabled", "true",
                "durin.accounts.password-iterations", "10000",
                "durin.accounts.base-url", "https://shop.example/app/api",
                "durin.registration.enabled", "true",
                "durin.registration.confirm", "true",
                "durin.registration.beside-other-stores", "true",
                "durin.registration.rate", "unlimited")));
        settings.putAll(Map.of("durin.mail.host", "localhost", "durin.mail.port", "1"));
        settings.put("durin.mail.from", "shop@shop.example");
        server = TestServer.current().start(NAME, List.of(Deployments.application(NAME, settings, DATABASE.url(NAME))));
        node = new NodeApi(server, NAME);
        browser = Browser.start();
    }

    @AfterAll
    static void stop() {
        browser.close();
        server.close();
    }

    @BeforeEach
    void beginAnew() {
        for (String table : List.of("durin_mail", "durin_token", "durin_account")) {
            DATABASE.rowsOf(NAME, "DELETE FROM " + table);
        }
        DATABASE.rowsOf(NAME, "DELETE FROM durin_client WHERE declared = FALSE");
        node.control("reset", "");
        node.control("read-feed", "");
        node.control("rate", "durin-console=");
        browser.complaints();
        browser.open("about:blank");
        browser.open(server.root(NAME) + "durin/");
    }

    /** No script, style or request that the policy forbids, and no error of a script. */
    @AfterEach
    void nothingIsComplainedOf() { // B5.49
        assertThat(browser.complaints()).isEmpty();
    }

    private static void logIn() {
        browser.fill("Name", "alice");
        browser.fill("Password", "alice-pass-1");
        browser.press("Log in");
        browser.reads("Uses by client and day");
    }

    private static void goTo(String page, String sentence) {
        browser.press(page);
        browser.reads(sentence);
    }

    private static int status(String token) {
        return node.api().get("api/auth/sessions", token).status();
    }

    private static long count(String query) {
        return Long.parseLong(DATABASE.rowsOf(NAME, query).get(0).get(0));
    }

    private static void createClient(String name) {
        assertThat(node.control("create-client", name).body()).isEmpty();
    }

    @Test
    void loginWhenRefusedThenTheServersReasonIsSaid() throws IOException {
        browser.reads("Log in to the console");
        assertThat(browser.focused()).isEqualTo("Name");
        browser.isAccessible("login");
        browser.fitsPhone("login");

        browser.press("Log in");
        browser.reads("This field may not be blank.");
        browser.fill("Name", "alice");
        browser.fill("Password", "wrong");
        browser.press("Log in");
        browser.reads("Unable to log in with provided credentials.");
    }

    @Test
    void callerWhoIsNoOperatorThenNotLetInAndNoTokenIsLeft() { // B5.47
        browser.fill("Name", "bob");
        browser.fill("Password", "bob-pass-1");
        browser.press("Log in");

        browser.reads("You do not have permission to perform this action.");
        assertThat(browser.has("Clients")).isFalse();
        browser.until("no token", () -> count("SELECT COUNT(*) FROM durin_token") == 0);
    }

    @Test
    void tokenThenInNoAddressNoStoreAndGoneAfterAReload() {
        logIn();

        assertThat(browser.script(
                        "return JSON.stringify([localStorage.length, sessionStorage.length, document.cookie])"))
                .isEqualTo("[0,0,\"\"]");
        assertThat(browser.driver().getCurrentUrl()).doesNotContainPattern("[0-9a-f]{32}");

        browser.driver().navigate().refresh();

        browser.reads("Log in to the console");
        browser.until("no token", () -> count("SELECT COUNT(*) FROM durin_token") == 0);
    }

    @Test
    void overviewThenTokensUsesAndRefusalsAreThere() throws IOException {
        String bob = node.api().token("bob", "web");
        node.api().token("bob", "mobile");
        assertThat(status(bob)).isEqualTo(200);
        assertThat(status("0".repeat(64))).isEqualTo(401);
        assertThat(node.api().login("bob", "wrong", "web").status()).isEqualTo(400);
        node.control("write-uses", "");
        logIn();

        browser.reads("Live tokens by client");
        assertThat(browser.text()).contains("Refusals by hour", "login failed", "not authenticated", "Cache hits");
        browser.choose("Uses of the last", "7 days");
        browser.reads("in 7 days");
        browser.isAccessible("overview");
        browser.fitsPhone("overview");
    }

    @Test
    void clientWhenCreatedThenPeopleLogInWithIt() throws IOException {
        logIn();
        goTo("Clients", "managed by configuration");
        assertThat(browser.has("Delete web")).isFalse();
        browser.isAccessible("clients");
        browser.fitsPhone("clients");

        browser.press("Create a client");
        browser.fill("Name", "partner");
        browser.fill("Token lifetime", "soon");
        browser.press("Create");
        browser.until("a fault at the field", () -> "true"
                .equals(browser.named("Token lifetime").getAttribute("aria-invalid")));
        browser.isAccessible("client-form");
        browser.fitsPhone("client-form");
        browser.fill("Token lifetime", "14d");
        browser.fill("Rate", "100/m");
        browser.fill("Live tokens of a caller", "2");
        browser.press("Create");

        browser.reads("The client partner exists.");
        browser.lists("partner", "14d", "100/m");
        assertThat(node.api().login("bob", "partner").status()).isEqualTo(200);
    }

    @Test
    void clientWhenChangedThenItIsSaidBeforeWhomThatConcerns() throws IOException {
        createClient("partner");
        node.api().token("bob", "partner");
        node.api().token("root", "partner");
        logIn();
        goTo("Clients", "partner");

        browser.press("Change partner");
        browser.fill("Token lifetime", "7d");
        browser.press("See what it means");
        browser.reads("2 tokens");
        browser.isAccessible("client-effects");
        assertThat(DATABASE.rowsOf(NAME, "SELECT token_ttl FROM durin_client WHERE name = 'partner'")
                        .get(0))
                .doesNotContain("604800000");
        browser.press("Change it");

        browser.reads("The client partner is changed.");
        browser.lists("partner", "7d");
    }

    @Test
    void clientWhenFormChangesWhileItIsCountedThenWhatWasCountedIsDone() {
        createClient("partner");
        node.api().token("bob", "partner");
        logIn();
        goTo("Clients", "partner");

        browser.press("Change partner");
        browser.fill("Token lifetime", "7d");
        browser.hold("PATCH");
        browser.press("See what it means");
        browser.isHeld();
        browser.fill("Token lifetime", "1d");
        browser.letGo();
        browser.press("Change it");

        browser.reads("The client partner is changed.");
        browser.lists("partner", "7d");
    }

    @Test
    void clientWhenSwitchedOffThenItsTokensAreRefusedUntilItIsOnAgain() {
        createClient("partner");
        String bob = node.api().token("bob", "partner");
        logIn();
        goTo("Clients", "partner");

        browser.press("Switch partner off");
        browser.reads("1 token");
        browser.press("Switch it off");
        browser.reads("partner is switched off.");
        assertThat(status(bob)).isEqualTo(401);
        browser.lists("partner", "switched off");

        browser.press("Switch partner on");
        browser.press("Switch it on");
        browser.reads("partner is switched on.");
        assertThat(status(bob)).isEqualTo(200);
    }

    @Test
    void clientWhenDeletedThenTheNumberOfItsTokensIsSaidBefore() throws IOException {
        createClient("partner");
        String bob = node.api().token("bob", "partner");
        logIn();
        goTo("Clients", "partner");

        browser.press("Delete partner");
        browser.reads("1 token");
        browser.isAccessible("client-delete");
        browser.press("Cancel");
        assertThat(status(bob)).isEqualTo(200);
        browser.press("Delete partner");
        browser.press("Delete it and end its tokens");

        browser.reads("partner is deleted. 1 token ended.");
        assertThat(status(bob)).isEqualTo(401);
    }

    @Test
    void tokensThenFilteredSortedAndPaged() throws IOException {
        IntStream.range(0, 60).forEach(at -> node.api().token("bob", "web"));
        node.api().token("root", "mobile");
        logIn();
        goTo("Tokens", "50 of 62 tokens");
        browser.isAccessible("tokens");
        browser.fitsPhone("tokens");

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
        node.api()
                .send(
                        node.api()
                                .request("api/auth/login")
                                .header(
                                        "User-Agent",
                                        "<script>window.hacked = 1</script><img src=x onerror='window.hacked = 1'>")
                                .header("Content-Type", "application/json")
                                .POST(
                                        BodyPublishers.ofString(
                                                "{\"username\":\"bob\",\"password\":\"bob-pass-1\",\"client\":\"web\",\"token_name\":\"<b>bold</b>\"}")));
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
        browser.isAccessible("token-end");
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
        browser.isAccessible("token-found");
        browser.fill("Token", "no token");
        browser.press("Find it");
        browser.reads("This is no token of this application.");
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
        browser.fill("Caller", "bob");
        browser.choose("Client", "mobile");
        browser.fill("Name", "nightly export");
        browser.press("Issue it");
        browser.reads("It is shown this once.");
        String token = browser.named("Token of bob for mobile").getAttribute("value");
        assertThat(status(token)).isEqualTo(200);
        browser.isAccessible("token-issued");
        browser.press("Copy");
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
        browser.until(counted, () -> browser.text().replace('\n', ' ').contains(counted));
        browser.press(verb);
        browser.reads("1 token ended.");
        browser.press("Close");
    }

    @Test
    void accountsThenDisabledEnabledAndGrouped() throws IOException {
        register("dora");
        DATABASE.rowsOf(NAME, "UPDATE durin_account SET state = 'ACTIVE' WHERE name = 'dora'");
        register("emil");
        String dora = node.api().login("dora", PASSWORD, "web").token();
        logIn();
        goTo("Accounts", "dora@example.com");
        browser.isAccessible("accounts");
        browser.fitsPhone("accounts");

        browser.press("Disable: dora");
        browser.reads("1 token");
        browser.press("Disable the account");
        browser.reads("dora is disabled.");
        assertThat(status(dora)).isEqualTo(401);
        browser.press("Enable: dora");
        browser.press("Enable the account");
        browser.reads("dora is enabled.");
        assertThat(node.api().login("dora", PASSWORD, "web").status()).isEqualTo(200);
        browser.press("Change the groups: dora");
        browser.fill("Groups", "user, customer");
        browser.press("Change the groups");
        browser.reads("dora is in user, customer.");
        browser.press("Send the confirmation again: emil");
        browser.press("Send the mail");
        browser.reads("A mail goes to emil@example.com.");
        assertThat(count("SELECT COUNT(*) FROM durin_mail WHERE mail = 'emil@example.com'"))
                .isEqualTo(2);
        browser.choose("State", "pending");
        browser.reads("1 of 1");
        assertThat(browser.text()).doesNotContain("dora@example.com");
    }

    private static void register(String name) {
        assertThat(node.api()
                        .postForm(
                                "api/auth/register",
                                Map.of("username", name, "password", PASSWORD, "email", name + "@example.com"))
                        .status())
                .isEqualTo(201);
    }

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

    @Test
    void sessionWhenEndedByOthersThenLoggedInAgain() {
        logIn();
        DATABASE.rowsOf(NAME, "DELETE FROM durin_token");
        node.control("forget", "alice");

        browser.press("Clients");
        browser.reads("Your session has ended. Log in again to go on.");
        logInTo("Create a client");
    }

    private static void logInTo(String sentence) {
        browser.fill("Name", "alice");
        browser.fill("Password", "alice-pass-1");
        browser.press("Log in");
        browser.reads(sentence);
    }

    @Test
    void logoutThenTheTokenIsGone() {
        logIn();
        browser.press("Log out");

        browser.reads("You have logged out.");
        browser.until("no token", () -> count("SELECT COUNT(*) FROM durin_token") == 0);
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
    void rateWhenExceededThenHowLongToWait() {
        logIn();
        node.control("rate", "durin-console=1/h");
        browser.press("Clients");
        browser.reads("Clients");
        browser.press("Tokens");

        browser.reads("Too many requests. Try again in");
    }

    @Test
    void serverWhenAwayThenThatIsSaidAndAnotherTryHelps() {
        logIn();
        browser.offline(true);
        browser.press("Clients");
        browser.reads("The server cannot be reached.");
        browser.offline(false);
        browser.press("Try again");

        browser.reads("managed by configuration");
    }

    /** Without a mouse: in, through a dialog and back, to another page. */
    @Test
    void keyboardAloneThenEverythingIsReached() {
        browser.reads("Log in to the console");
        browser.key("alice", Keys.TAB, "alice-pass-1", Keys.ENTER);
        browser.reads("Uses by client and day");
        assertThat(browser.focused()).isEqualTo("Overview");

        browser.tabTo("Clients");
        browser.key(Keys.ENTER);
        browser.reads("Create a client");
        browser.tabTo("Create a client");
        browser.key(Keys.ENTER);
        browser.reads("What programs send as client");
        browser.tabTo("Name");
        browser.key("kiosk-two");
        browser.key(Keys.ESCAPE);
        browser.readsNoMore("What programs send as client");
        assertThat(browser.focused()).isEqualTo("Create a client");
        browser.key(Keys.ENTER);
        browser.tabTo("Name");
        browser.key("kiosk-two", Keys.ENTER);
        browser.reads("The client kiosk-two exists.");
        browser.tabTo("Log out");
        browser.key(Keys.SPACE);
        browser.reads("You have logged out.");
    }
}
