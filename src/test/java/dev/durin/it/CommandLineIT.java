package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line against a server: what it says, and what it has done there. */
@Tag("own-server")
class CommandLineIT {

    private static final String NAME = "commandline";
    private static final String PASSWORD = "zebra-Crossing 7";
    private static final TestDatabase DATABASE = Databases.current();

    @TempDir
    static Path directory;

    private static PayaraServer server;
    private static Api api;
    private static Path tokenFile;

    @BeforeAll
    static void startAndLogIn() throws IOException {
        DATABASE.create(NAME);
        Map<String, String> settings = Deployments.settings(Map.of(
                "durin.admin.enabled", "true",
                "durin.admin.callers", "root",
                "durin.accounts.enabled", "true"));
        server = PayaraServer.start(
                NAME,
                List.of(Deployments.application(NAME, settings, DATABASE.url(NAME))
                        .addPackage("dev.durin.it.accounts")
                        .addClass("dev.durin.account.HashCount")
                        .addClass("dev.durin.account.LinkReader")));
        api = server.api(NAME);
        tokenFile = directory.resolve("token");
        CommandLineProcess login =
                anonymous("root-pass-1\n", "login", "-u", "root", "--password-stdin", "--save", tokenFile.toString());
        assertThat(login.exitCode()).as(login.err()).isZero();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void beginAnew() {
        DATABASE.rowsOf(NAME, "DELETE FROM durin_token WHERE caller <> 'root'");
    }

    /** Without a token. */
    private static CommandLineProcess anonymous(String input, String... arguments) {
        return CommandLineProcess.run(Map.of("DURIN_SERVER", server.root(NAME) + "api/auth"), input, arguments);
    }

    /** As the operator. */
    private static CommandLineProcess tried(String input, String... arguments) {
        try {
            return CommandLineProcess.run(
                    Map.of("DURIN_SERVER", server.root(NAME) + "api/auth", "DURIN_TOKEN", Files.readString(tokenFile)),
                    input,
                    arguments);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CommandLineProcess run(String... arguments) {
        CommandLineProcess run = tried("", arguments);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run;
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }

    @Test
    void loginThenForTheConsolesClientAndLogoutEndsIt() {
        String token = anonymous("root-pass-1\n", "login", "-u", "root", "--password-stdin")
                .line();
        Map<String, String> variables = Map.of("DURIN_SERVER", server.root(NAME) + "api/auth", "DURIN_TOKEN", token);

        assertThat(DATABASE.rowsOf(
                        NAME,
                        "SELECT DISTINCT c.name FROM durin_token t JOIN durin_client c ON c.id = t.client_id"
                                + " WHERE t.caller = 'root'"))
                .containsExactly(List.of("durin-console"));
        assertThat(CommandLineProcess.run(variables, "", "logout").line()).isEqualTo("Logged out.");
        CommandLineProcess after = CommandLineProcess.run(variables, "", "client", "list");
        assertThat(after.exitCode()).isEqualTo(1);
        assertThat(after.err()).contains("Refused (401): ", "Log in again").doesNotContain(token);
    }

    @Test
    void loginWhenPasswordIsWrongThenRefused() {
        CommandLineProcess login = anonymous("hush-hush\n", "login", "-u", "root", "--password-stdin");

        assertThat(login.exitCode()).isEqualTo(1);
        assertThat(login.out()).isEmpty();
        assertThat(login.err()).startsWith("Refused (400): ").doesNotContain("hush");
    }

    @Test
    void commandWhenNotAnOperatorThenRefused() {
        CommandLineProcess list = CommandLineProcess.run(
                Map.of("DURIN_SERVER", server.root(NAME) + "api/auth", "DURIN_TOKEN", api.token("alice", "web")),
                "",
                "client",
                "list");

        assertThat(list.exitCode()).isEqualTo(1);
        assertThat(list.err()).startsWith("Refused (403): ");
    }

    @Test
    void clientThenCreatedChangedSwitchedOffAndDeletedWithItsTokens() {
        CommandLineProcess created = run(
                "client",
                "create",
                "partner",
                "--token-ttl",
                "14d",
                "--throttle-rate",
                "100/s",
                "--at-limit",
                "reject");
        assertThat(created.err()).isEqualTo("Client partner created.\n");
        assertThat(client("partner")).containsExactly("1209600000", "100/s", "REUSE", "REJECT");
        String token = api.token("alice", "partner");

        JsonObject preview = json(run("client", "change", "partner", "--token-ttl", "1h", "--dry-run", "--json")
                .line());
        assertThat(preview.getJsonObject("affected_tokens").getInt("count")).isEqualTo(1);
        assertThat(client("partner")).contains("1209600000");

        run("client", "change", "partner", "--token-ttl", "never", "--throttle-rate", "none", "--at-limit", "default");
        assertThat(client("partner")).containsExactly(null, null, "REUSE", null);

        run("client", "change", "partner", "--enabled", "false");
        assertThat(api.get("api/who/authenticated", token).status()).isEqualTo(401);
        run("client", "change", "partner", "--enabled", "true");
        assertThat(api.get("api/who/authenticated", token).status()).isEqualTo(200);
        assertThat(run("client", "list").out()).containsPattern("(?m)^partner .* 1 +operators$");

        CommandLineProcess unasked = tried("", "client", "delete", "partner");
        assertThat(unasked.exitCode()).isEqualTo(2);
        assertThat(unasked.err()).contains("tokens of it will end: 1.");
        assertThat(run("client", "delete", "partner", "--yes").line())
                .isEqualTo("Client partner deleted, tokens ended: 1.");
        assertThat(api.get("api/who/authenticated", token).status()).isEqualTo(401);
        assertThat(DATABASE.rowsOf(NAME, "SELECT id FROM durin_client WHERE name = 'partner'"))
                .isEmpty();
    }

    @Test
    void clientWhenServerRefusesThenItsMessages() {
        CommandLineProcess bad = tried("", "client", "create", "x", "--throttle-rate", "0/m", "--token-ttl", "0");
        assertThat(bad.exitCode()).isEqualTo(1);
        assertThat(bad.err()).contains("  throttle_rate: ", "  token_ttl: ");

        CommandLineProcess declared = tried("", "client", "change", "web", "--token-ttl", "1h");
        assertThat(declared.exitCode()).isEqualTo(1);
        assertThat(declared.err()).startsWith("Refused (409): ").contains("durin.clients.web.");
        assertThat(run("client", "list").out()).containsPattern("(?m)^web .* configuration$");
    }

    @Test
    void tokenThenIssuedFoundListedAndRevoked() {
        String token = run("token", "issue", "--caller", "alice", "--client", "cli", "--name", "backup")
                .line();
        assertThat(api.get("api/who/authenticated", token).status()).isEqualTo(200);

        CommandLineProcess found = tried(token + "\n", "token", "find", "--stdin", "--json");
        assertThat(found.exitCode()).as(found.err()).isZero();
        assertThat(found.out()).doesNotContain(token);
        JsonObject item = json(found.line()).getJsonObject("token");
        assertThat(item.getString("caller")).isEqualTo("alice");
        assertThat(run("token", "list", "--caller", "al", "--client", "cli").out())
                .contains("backup", "1 in all.")
                .doesNotContain(token);

        assertThat(run("token", "revoke", String.valueOf(item.getInt("id"))).line())
                .isEqualTo("Tokens ended: 1.");
        assertThat(api.get("api/who/authenticated", token).status()).isEqualTo(401);
        assertThat(tried("", "token", "revoke", String.valueOf(item.getInt("id")))
                        .exitCode())
                .isEqualTo(1);
    }

    @Test
    void tokenWhenManyThenRevokedAfterTheNumberAndTheOperatorsOwnIsSpared() {
        String alice = api.token("alice", "web");
        String bob = api.token("bob", "web");

        assertThat(run("token", "revoke", "--caller", "alice", "--dry-run").line())
                .isEqualTo("1 tokens would end.");
        assertThat(tried("", "token", "revoke", "--caller", "alice").exitCode()).isEqualTo(2);
        assertThat(api.get("api/who/authenticated", alice).status()).isEqualTo(200);

        assertThat(run("token", "revoke", "--caller", "alice", "--yes").line()).isEqualTo("Tokens ended: 1.");
        assertThat(api.get("api/who/authenticated", alice).status()).isEqualTo(401);
        assertThat(api.get("api/who/authenticated", bob).status()).isEqualTo(200);

        run("token", "revoke", "--all", "--except-current", "--yes");
        assertThat(api.get("api/who/authenticated", bob).status()).isEqualTo(401);
        run("client", "list");
    }

    @Test
    void accountThenDisabledEnabledAndPutIntoGroups() {
        api.postForm("api/accounts/create", Map.of("name", "carol", "value", PASSWORD));
        String token = api.login("carol", PASSWORD, "web").token();

        assertThat(run("account", "list", "--name", "car").out()).contains("carol", "1 in all.");
        assertThat(run("account", "disable", "carol", "--yes").err()).isEqualTo("Tokens ended: 1.\n");
        assertThat(api.get("api/who/authenticated", token).status()).isEqualTo(401);
        run("account", "enable", "carol");
        assertThat(api.login("carol", PASSWORD, "web").status()).isEqualTo(200);
        assertThat(run("account", "groups", "carol", "a", "b").out()).contains("a, b");
        assertThat(json(run("account", "groups", "carol", "--none", "--json").line())
                        .getJsonArray("groups"))
                .isEmpty();
        assertThat(tried("", "account", "confirm", "nobody").exitCode()).isEqualTo(1);
    }

    @Test
    void eventsAndFiguresThenWhatHasHappened() {
        api.login("mallory", "wrong", "web");
        api.token("alice", "web");

        assertThat(run("events", "--limit", "200").out()).contains("login-failed", "login-succeeded");
        assertThat(run("events", "--kind", "login-failed").out()).doesNotContain("login-succeeded");
        assertThat(run("figures").out()).contains("LIVE TOKENS", "CACHE").containsPattern("(?m)^web +1$");
        assertThat(json(run("figures", "--days", "1", "--json").line())).containsKeys("live_tokens", "uses", "hours");
    }

    private static List<String> client(String name) {
        return DATABASE.rowsOf(
                        NAME,
                        "SELECT token_ttl, throttle_rate, login_policy, at_limit FROM durin_client WHERE name = ?",
                        name)
                .get(0);
    }
}
