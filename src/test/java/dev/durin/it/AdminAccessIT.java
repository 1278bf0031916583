package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may use the endpoints for operators. Several applications, which differ in their settings. */
@Tag("host-variants")
class AdminAccessIT {

    private static final TestDatabase DATABASE = Databases.current();
    private static final String NAME = "adminaccess";
    private static final String OFF = "adminoff";
    private static final String NOBODY = "adminnobody";
    private static final String SOME_CLIENTS = "adminclients";

    private static ServerProcess server;
    private static AdminNode admin;
    private static AdminNode off;
    private static AdminNode nobody;
    private static AdminNode someClients;

    @BeforeAll
    static void startServer() throws IOException {
        List.of(NAME, OFF, NOBODY, SOME_CLIENTS).forEach(DATABASE::create);
        server = AdminNode.start(
                "admin-access",
                List.of(
                        AdminNode.application("admin", Map.of("durin.api-access.manage-sessions", "true"), NAME),
                        AdminNode.application("admin-off", Map.of("durin.admin.enabled", "false"), OFF),
                        AdminNode.application(
                                "admin-nobody", Map.of("durin.admin.group", "", "durin.admin.callers", ""), NOBODY),
                        AdminNode.application(
                                "admin-clients", Map.of("durin.admin.clients", "durin-console, kiosk"), SOME_CLIENTS)));
        admin = new AdminNode(server, "admin");
        off = new AdminNode(server, "admin-off");
        nobody = new AdminNode(server, "admin-nobody");
        someClients = new AdminNode(server, "admin-clients");
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void beginAnew() {
        DATABASE.rowsOf(NAME, "DELETE FROM durin_token");
        admin.node().control("reset", "");
        admin.node().control("read-feed", "");
    }

    @Test
    void overviewThenWhoItIsAndWhatThereIs() {
        Answer answer = admin.get("", admin.operator());

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        JsonObject json = answer.json();
        assertThat(json.keySet())
                .containsExactly("operator", "version", "accounts", "mail", "api_access_client", "settings");
        assertThat(json.getString("operator")).isEqualTo("root");
        assertThat(json.getString("version")).isNotEqualTo("unknown");
        assertThat(json.getBoolean("accounts")).isFalse();
        assertThat(json.getBoolean("mail")).isFalse();
        assertThat(json.getString("api_access_client")).isEqualTo("api");
        assertThat(json.getJsonObject("settings"))
                .hasToString("{\"default_token_ttl\":\"1d\",\"default_throttle_rate\":null,"
                        + "\"default_login_policy\":\"reuse\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, ''",
        "GET, /clients",
        "POST, /clients",
        "GET, /clients/1",
        "PATCH, /clients/1",
        "DELETE, /clients/1",
        "GET, /events",
        "GET, /figures"
    })
    void anyEndpointWhenNotAnOperatorsThenRefused(String method, String path) { // B5.47
        String body = method.equals("POST") || method.equals("PATCH") ? "{\"name\":\"partner\"}" : "";
        String alice = admin.api().token("alice", "web");
        String before =
                DATABASE.rowsOf(NAME, "SELECT * FROM durin_client ORDER BY id").toString();

        Answer answer = admin.call(method, path, alice, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(403);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.detail()).isEqualTo("You do not have permission to perform this action.");
        assertThat(admin.call(method, path, "0".repeat(64), body).status()).isEqualTo(401);
        assertThat(admin.api()
                        .send(admin.api().request("api/auth/admin" + path).method(method, BodyPublishers.noBody()))
                        .status())
                .isEqualTo(401);
        assertThat(nobody.call(method, path, nobody.operator(), body).status()).isEqualTo(403);
        assertThat(off.call(method, path, off.operator(), body).status()).isEqualTo(404);
        assertThat(DATABASE.rowsOf(NAME, "SELECT * FROM durin_client ORDER BY id"))
                .hasToString(before);
    }

    @Test
    void groupWhenGivenThenAnOperatorAndWhenTakenThenNone() {
        admin.node().control("groups", "carol=user,operators");
        String carol = admin.api().token("carol", "mobile");
        assertThat(admin.get("", carol).status()).isEqualTo(200);

        admin.node().control("groups", "carol=user");
        admin.node().control("forget", "carol");

        assertThat(admin.get("", carol).status()).isEqualTo(403);
    }

    @Test
    void nameWhenItDiffersInCapitalsThenNoOperator() {
        admin.node().control("groups", "Root=user");

        assertThat(admin.get("", admin.api().token("Root", "web")).status()).isEqualTo(403);
    }

    /** Also where an API access token may manage sessions. */
    @Test
    void apiAccessTokenThenRefused() {
        String key = admin.api().post("api/auth/apiaccess", admin.operator()).token();
        assertThat(admin.api().get("api/auth/sessions", key).status()).isEqualTo(200);

        assertThat(admin.get("", key).status()).isEqualTo(403);
        assertThat(admin.post("/clients", key, "{\"name\":\"partner\"}").status())
                .isEqualTo(403);
    }

    @Test
    void scopedTokenThenRefusedWhateverItAllows() {
        Answer made = admin.api()
                .send(admin.api()
                        .request("api/auth/scoped")
                        .header("Authorization", "Token " + admin.operator())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"scope\":[{\"method\":\"GET\",\"path\":\"/api/auth/admin\"},"
                                + "{\"method\":\"GET\",\"path\":\"/api/who/authenticated\"}]}")));
        assertThat(made.status()).as(made.body()).isEqualTo(201);

        assertThat(scoped("api/who/authenticated", made.token())).isEqualTo(200);
        assertThat(scoped("api/auth/admin", made.token())).isEqualTo(403);
    }

    private static int scoped(String path, String token) {
        return admin.api()
                .send(admin.api().request(path).header("Authorization", "TmpToken " + token))
                .status();
    }

    @Test
    void clientsWhenNamedThenTokensOfNoOthers() {
        assertThat(someClients.get("", someClients.api().token("root", "web")).status())
                .isEqualTo(403);
        assertThat(someClients.get("", someClients.api().token("root", "kiosk")).status())
                .isEqualTo(200);
        assertThat(someClients
                        .get("", someClients.api().token("root", "durin-console"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void consoleClientWhenOnThenDeclaredAndWhenOffThenThereIsNone() {
        String first = admin.api().token("root", "durin-console");

        assertThat(admin.api().token("root", "durin-console")).isNotEqualTo(first);
        assertThat(DATABASE.rowsOf(
                        NAME, "SELECT token_ttl, login_policy FROM durin_client WHERE name = 'durin-console'"))
                .containsExactly(List.of("43200000", "NEW"));
        assertThat(off.api().login("root", "durin-console").detail()).isEqualTo("No client with that name.");
    }

    @Test
    void startThenSaysWhoMayAndWarnsWhereNobodyMay() {
        assertThat(server.log())
                .contains("administration: operators are the group operators, root")
                .contains("administration: off")
                .contains("durin.admin.enabled=true, but nobody may use what is there: set durin.admin.group");
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /clients, 'GET, POST, HEAD, OPTIONS'",
        "DELETE, /clients, 'GET, POST, HEAD, OPTIONS'",
        "POST, /clients/1, 'GET, PATCH, DELETE, HEAD, OPTIONS'",
        "POST, /figures, 'GET, HEAD, OPTIONS'"
    })
    void methodWhenThereIsNoneThenSaysWhichThereAre(String method, String path, String allowed) {
        Answer answer = admin.call(method, path, admin.operator(), method.equals("DELETE") ? "" : "{}");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo(allowed);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(off.call(method, path, off.operator(), method.equals("DELETE") ? "" : "{}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void optionsAndHeadThenAnswered() {
        String token = admin.operator();

        assertThat(admin.call("OPTIONS", "/clients", token, "").json().getString("name"))
                .isEqualTo("Clients");
        Answer head = admin.call("HEAD", "/clients", token, "");
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void unknownPathThenNotFound() {
        assertThat(admin.get("/nothing", admin.operator()).status()).isEqualTo(404);
    }
}
