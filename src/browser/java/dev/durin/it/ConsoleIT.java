package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonString;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The console in a real browser against a real server: its login, every page, every action, and what each does to others. */
class ConsoleIT extends ConsoleTest {

    private static final String PASSWORD = "zebra-Crossing 7";

    @Test
    void loginWhenRefusedThenTheServersReasonIsSaid() throws IOException {
        browser.reads("Log in to the console");
        assertThat(browser.focused()).isEqualTo("Name");
        browser.looksWell("login");

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
    void loginWhenItsTokenIsRefusedThenNoneIsLeft() {
        browser.script("""
                const real = window.fetch;
                window.fetch = (address, options) => String(address).endsWith('/auth/admin')
                  ? new Response('{"detail": "Not from here."}', { status: 401 })
                  : real(address, options);
                """);
        browser.fill("Name", "alice");
        browser.fill("Password", "alice-pass-1");
        browser.press("Log in");

        browser.reads("Not from here.");
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
        node.control("write-uses", "");
        rows("DELETE FROM durin_usage");
        String bob = node.api().token("bob", "web");
        node.api().token("bob", "mobile");
        assertThat(status(bob)).isEqualTo(200);
        assertThat(status("0".repeat(64))).isEqualTo(401);
        assertThat(node.api().login("bob", "wrong", "web").status()).isEqualTo(400);
        node.control("write-uses", "");
        logIn();

        browser.reads("Live tokens by client");
        assertThat(browser.text()).contains("Refusals by hour", "login failed", "not authenticated", "Cache hits");
        browser.choose("Uses of the last", "90 days");
        browser.reads("in 90 days");
        assertThat(browser.table("Live tokens by client")).contains("web 1", "mobile 1", "kiosk 0");
        browser.press("Numbers");
        List<String> uses = browser.table("Uses by client and day, as a table");
        assertThat(uses).hasSize(2).first().isEqualTo("Day web");
        assertThat(uses.get(1)).matches("\\d+ \\w+ 1");
        browser.looksWell("overview");
    }

    @Test
    void figuresWhenAnotherPeriodIsAskedForThenTheyKeepTheirLabelUntilItsOwnCome() {
        logIn();
        browser.reads("in 30 days");

        browser.hold("GET");
        browser.choose("Uses of the last", "7 days");
        browser.isHeld();
        assertThat(browser.text()).contains("in 30 days").doesNotContain("in 7 days");
        browser.letGo();

        browser.reads("in 7 days");
    }

    @Test
    void clientWhenCreatedThenPeopleLogInWithIt() throws IOException {
        logIn();
        goTo("Clients", "managed by configuration");
        assertThat(browser.has("Delete web")).isFalse();
        browser.looksWell("clients");

        browser.press("Create a client");
        browser.fill("Name", "partner");
        browser.fill("Token lifetime", "soon");
        browser.press("Create");
        browser.until("a fault at the field", () -> "true"
                .equals(browser.named("Token lifetime").getAttribute("aria-invalid")));
        browser.looksWell("client-form");
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
        browser.looksWell("client-effects");
        assertThat(rows("SELECT token_ttl FROM durin_client WHERE name = 'partner'")
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
    void clientWhenSwitchedOffThenItsTokensAreRefusedUntilItIsOnAgain() throws IOException {
        createClient("partner");
        String bob = node.api().token("bob", "partner");
        logIn();
        goTo("Clients", "partner");

        browser.press("Switch partner off");
        browser.reads("1 token");
        browser.looksWell("client-off");
        browser.press("Switch it off");
        browser.reads("partner is switched off.");
        assertThat(status(bob)).isEqualTo(401);
        browser.lists("partner", "switched off");

        browser.press("Switch partner on");
        browser.reads("Switch partner on?");
        browser.looksWell("client-on");
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
        browser.looksWell("client-delete");
        browser.press("Cancel");
        assertThat(status(bob)).isEqualTo(200);
        browser.press("Delete partner");
        browser.press("Delete it and end its tokens");

        browser.reads("partner is deleted. 1 token ended.");
        assertThat(status(bob)).isEqualTo(401);
    }

    @Test
    void accountsThenDisabledEnabledAndGrouped() throws IOException {
        register("dora");
        rows("UPDATE durin_account SET state = 'ACTIVE' WHERE name = 'dora'");
        register("emil");
        String dora = node.api().login("dora", PASSWORD, "web").token();
        logIn();
        goTo("Accounts", "dora@example.com");
        browser.looksWell("accounts");

        browser.press("Disable: dora");
        browser.reads("1 token");
        browser.looksWell("account-disable");
        browser.press("Disable the account");
        browser.reads("dora is disabled.");
        assertThat(status(dora)).isEqualTo(401);
        browser.press("Enable: dora");
        browser.reads("Enable dora?");
        browser.looksWell("account-enable");
        browser.press("Enable the account");
        browser.reads("dora is enabled.");
        assertThat(node.api().login("dora", PASSWORD, "web").status()).isEqualTo(200);
        browser.press("Change the groups: dora");
        browser.fill("Groups", "user\n customer ");
        browser.looksWell("account-groups");
        browser.press("Change the groups");
        browser.reads("dora is in user, customer.");
        browser.press("Send the confirmation again: emil");
        browser.reads("A new link goes to emil@example.com. Those before stay good until one is used.");
        browser.looksWell("account-confirmation");
        browser.press("Send the mail");
        browser.reads("A mail goes to emil@example.com.");
        assertThat(count("SELECT COUNT(*) FROM durin_mail WHERE mail = 'emil@example.com'"))
                .isEqualTo(2);
        browser.choose("State", "pending");
        browser.reads("1 of 1");
        assertThat(browser.text()).doesNotContain("dora@example.com");
    }

    @Test
    void groupsWhenChangedThenThoseThatStayAreTheSame() {
        register("dora");
        String operator = node.api().token("alice", "web");
        setGroups(operator, "[\"wine, spirits\", \" old one\"]");
        logIn();
        goTo("Accounts", "dora@example.com");

        browser.press("Change the groups: dora");
        String shown = browser.named("Groups").getAttribute("value");
        assertThat(shown.split("\n", -1)).containsExactlyInAnyOrder("wine, spirits", " old one");
        browser.fill("Groups", shown + "\nuser");
        browser.press("Change the groups");

        browser.reads("dora is in ");
        assertThat(groups(operator)).containsExactlyInAnyOrder("wine, spirits", " old one", "user");
    }

    private static void setGroups(String operator, String groups) {
        Answer answer = node.api()
                .send(node.api()
                        .request("api/auth/admin/accounts/groups")
                        .header("Authorization", "Token " + operator)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"username\": \"dora\", \"groups\": " + groups + "}")));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static List<String> groups(String operator) {
        return node.api()
                .get("api/auth/admin/accounts?name=dora", operator)
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getJsonArray("groups")
                .getValuesAs(JsonString::getString);
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
    void sessionWhenEndedByOthersThenLoggedInAgain() {
        logIn();
        rows("DELETE FROM durin_token");
        node.control("forget", "alice");

        browser.press("Clients");
        browser.reads("Your session has ended. Log in again to go on.");
        logInTo("Create a client");
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
