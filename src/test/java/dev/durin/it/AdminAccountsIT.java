package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What operators do with accounts that Durin keeps. Two applications on one database stand for two nodes, of which one sends
 * mail; a third one has operators and no accounts.
 */
@Tag("host-variants")
class AdminAccountsIT {

    private static final TestDatabase DATABASE = Databases.current();
    private static final String NAME = "admin_accounts";
    private static final String PASSWORD = "zebra-Crossing 7";

    private static ServerProcess server;
    private static NodeApi mailing;
    private static NodeApi silent;
    private static OperatorApi operator;

    @BeforeAll
    static void startServer() throws IOException {
        DATABASE.create(NAME);
        server = TestServer.current()
                .startWithMail(
                        "admin-accounts",
                        List.of(
                                // Where nobody listens: what is to be mailed stays in the table.
                                application(
                                        "accounts-mailing",
                                        Map.of(
                                                "durin.mail.host", "localhost",
                                                "durin.mail.port", "1",
                                                "durin.mail.from", "shop@shop.example",
                                                "durin.accounts.mail-rate", "2/h",
                                                "durin.accounts.base-url", "https://shop.example/app/api/")),
                                application("accounts-silent", Map.of()),
                                application("accounts-none", Map.of("durin.accounts.enabled", "false")),
                                application(
                                                "accounts-alone",
                                                Map.of("durin.admin.callers", "dora", "durin.entry", "mechanism"))
                                        .deleteClass("dev.durin.it.app.TestIdentityStore")));
        mailing = new NodeApi(server, "accounts-mailing");
        silent = new NodeApi(server, "accounts-silent");
    }

    private static WebArchive application(String name, Map<String, String> changes) {
        Map<String, String> settings = new TreeMap<>(Deployments.settings(Map.of(
                "durin.admin.enabled", "true",
                "durin.admin.group", "admin",
                "durin.accounts.enabled", "true",
                "durin.accounts.password-iterations", "10000",
                "durin.accounts.case-insensitive-names", "true",
                "durin.token.cache-timeout", "1h")));
        settings.putAll(changes);
        return Deployments.application(name, settings, DATABASE.url(NAME))
                .addPackage("dev.durin.it.accounts")
                .addClass("dev.durin.account.HashCount")
                .addClass("dev.durin.account.LinkReader");
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void beginAnew() {
        for (String table : List.of("durin_mail", "durin_token", "durin_account")) {
            DATABASE.rowsOf(NAME, "DELETE FROM " + table);
        }
        Stream.of(mailing, silent).forEach(node -> {
            node.control("reset", "");
            node.control("read-feed", "");
        });
        operator = OperatorApi.of(mailing.api(), "root", "cli");
        mailing.control("forget-events", "");
    }

    private static void create(String name, String state, String mail) {
        Map<String, String> fields = new TreeMap<>(Map.of("name", name, "value", PASSWORD, "state", state));
        if (!mail.isEmpty()) {
            fields.put("mail", mail);
        }
        Answer answer = mailing.api().postForm("api/accounts/create", fields);
        assertThat(answer.body()).startsWith(name + " " + state);
    }

    private static JsonObject page(String query) {
        Answer answer = operator.get("accounts?" + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> names(JsonObject page) {
        return page.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(item -> item.getString("username"))
                .toList();
    }

    private static Answer act(String action, String username) {
        return operator.post("accounts/" + action, "{\"username\":\"" + username + "\"}");
    }

    @Test
    void itemThenAllThatIsKnownAndNoHash() {
        create("Dora", "PENDING", "dora@example.com");

        Answer answer = operator.get("accounts");
        JsonObject item = answer.json().getJsonArray("items").getJsonObject(0);

        assertThat(item.keySet())
                .containsExactlyInAnyOrder(
                        "username", "email", "email_confirmed", "state", "groups", "created", "password_changed");
        assertThat(item.getString("username") + " " + item.getString("email") + " " + item.getString("state"))
                .isEqualTo("Dora dora@example.com pending");
        assertThat(item.getBoolean("email_confirmed")).isFalse();
        assertThat(item.getJsonArray("groups").toString()).isEqualTo("[\"user\"]");
        assertThat(item.getString("created")).endsWith("Z");
        assertThat(answer.body()).doesNotContain("PBKDF2");
    }

    @Test
    void listThenByNameAndEachOnce() {
        List<String> expected =
                IntStream.range(0, 25).mapToObj(n -> "name%02d".formatted(n)).toList();
        expected.stream().skip(10).forEach(name -> create(name, "ACTIVE", ""));
        expected.stream().limit(10).forEach(name -> create(name, "ACTIVE", ""));
        List<String> names = new ArrayList<>();
        String after = "";
        do {
            JsonObject page = page("limit=4" + after);
            assertThat(page.getJsonObject("count").toString()).isEqualTo("{\"count\":25,\"capped\":false}");
            names.addAll(names(page));
            after = page.isNull("next") ? "" : "&after=" + page.getString("next");
        } while (!after.isEmpty());

        assertThat(names).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name=d                 | d_x Dan Dora
            name=DO                | Dora
            name=d_                | d_x
            name=d%25              |
            state=pending          | Dora
            state=disabled&name=d  | Dan
            state=active           | d_x Zoë
            name=zo%C3%AB          | Zoë
            """)
    void listWhenFilteredThenTheseAlone(String query, String expected) {
        create("Dora", "PENDING", "dora@example.com");
        create("Dan", "DISABLED", "");
        create("d_x", "ACTIVE", "");
        create("Zoë", "ACTIVE", "");

        assertThat(names(page(query)))
                .containsExactlyElementsOf(expected == null ? List.of() : List.of(expected.split(" ", -1)));
    }

    @ParameterizedTest
    @CsvSource({"state=gone, state", "limit=0, limit", "after=*, after"})
    void listWhenAParameterIsWrongThenItIsNamed(String query, String field) {
        Answer answer = operator.get("accounts?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().keySet()).contains(field);
    }

    @Test
    void disableThenTheTokensEndOnEveryNodeUntilItIsEnabled() {
        create("Dora", "ACTIVE", "");
        String token = mailing.api().login("dora", PASSWORD, "web").token();
        assertThat(silent.status("api/who/authenticated", token)).isEqualTo(200);

        Answer disabled = act("disable", "DORA");

        assertThat(disabled.status()).as(disabled.body()).isEqualTo(200);
        assertThat(disabled.json().getString("state")).isEqualTo("disabled");
        assertThat(disabled.json().getInt("tokens_ended")).isEqualTo(1);
        silent.control("read-feed", "");
        assertThat(silent.status("api/who/authenticated", token)).isEqualTo(401);
        assertThat(mailing.api().login("dora", PASSWORD, "web").status()).isEqualTo(400);
        assertThat(mailing.events("OperatorActed"))
                .containsExactly(
                        "OperatorActed[operator=root, action=ACCOUNT_DISABLED, subject=Dora, detail=, affected=1]");

        assertThat(act("enable", "dora").json().getString("state")).isEqualTo("active");
        assertThat(mailing.api().login("dora", PASSWORD, "web").status()).isEqualTo(200);
        assertThat(mailing.status("api/who/authenticated", token)).isEqualTo(401);
        assertThat(mailing.events("OperatorActed")).hasSize(2);
    }

    /** Whoever reads the log must not believe that this operator has done something. */
    @Test
    void disableWhenTheAccountIsDeletedMeanwhileThen404AndNothingIsAnnounced() throws Exception {
        create("dora", "ACTIVE", "");

        Answer answer = DATABASE.whileGoing(NAME, "DELETE FROM durin_account", () -> act("disable", "dora"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(404);
        assertThat(mailing.events("OperatorActed")).isEmpty();
    }

    /** Whoever ends the tokens of an account that was broken into shall not believe that there were none. */
    @Test
    void revokeWhenTheNameIsSpelledOtherwiseThenThoseOfTheAccountEnd() {
        create("Dora", "ACTIVE", "");
        String token = mailing.api().login("dora", PASSWORD, "web").token();

        Answer revoked = operator.post("tokens/revoke", "{\"caller\":\"DORA\"}");

        assertThat(revoked.json().getInt("tokens_ended")).isEqualTo(1);
        assertThat(mailing.status("api/who/authenticated", token)).isEqualTo(401);
    }

    @Test
    void disableWhenADryRunIsAskedForThenRefusedAndNothingIsDone() {
        create("Dora", "ACTIVE", "");

        Answer answer = operator.post("accounts/disable?dry-run=true", "{\"username\":\"Dora\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().containsKey("dry-run")).isTrue();
        assertThat(mailing.api().login("Dora", PASSWORD, "web").status()).isEqualTo(200);
    }

    @Test
    void groupsThenTheyCountFromTheNextRequestOn() {
        create("Dora", "ACTIVE", "");
        String token = mailing.api().login("dora", PASSWORD, "web").token();
        assertThat(mailing.status("api/who/admin", token)).isEqualTo(403);

        Answer answer = operator.post("accounts/groups", "{\"username\":\"dora\",\"groups\":[\"user\",\"admin\"]}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().getJsonArray("groups").toString()).isEqualTo("[\"admin\",\"user\"]");
        assertThat(mailing.status("api/who/admin", token)).isEqualTo(200);
        assertThat(mailing.events("OperatorActed"))
                .containsExactly("OperatorActed[operator=root, action=ACCOUNT_GROUPS_CHANGED, subject=Dora,"
                        + " detail=From [user] to [admin, user]., affected=0]");
    }

    @Test
    void confirmationThenTheMailIsOrderedAndNotMoreOftenThanItMay() {
        create("dora", "PENDING", "dora@example.com");

        Answer answer = act("confirmation", "dora");

        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        assertThat(answer.json().getString("username")).isEqualTo("dora");
        assertThat(mails()).containsExactly("CONFIRM_REGISTRATION dora@example.com");
        assertThat(mailing.events("OperatorActed"))
                .containsExactly(
                        "OperatorActed[operator=root, action=CONFIRMATION_SENT, subject=dora, detail=, affected=0]");
        assertThat(act("confirmation", "dora").status()).isEqualTo(202);
        assertThat(act("confirmation", "dora").status()).isEqualTo(429);
        assertThat(mails()).hasSize(2);
    }

    private static List<String> mails() {
        return DATABASE.rowsOf(NAME, "SELECT kind, mail FROM durin_mail ORDER BY id").stream()
                .map(row -> String.join(" ", row))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"ACTIVE, ''", "DISABLED, dora@example.com"})
    void confirmationWhenThereIsNothingToConfirmThen409(String state, String mail) {
        create("dora", state, mail);

        Answer answer = act("confirmation", "dora");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.detail()).isNotBlank();
        assertThat(mails()).isEmpty();
        assertThat(mailing.events("OperatorActed")).isEmpty();
    }

    @Test
    void confirmationWhenNoMailIsSentThen409() {
        create("dora", "PENDING", "dora@example.com");
        OperatorApi other = OperatorApi.of(silent.api(), "root", "cli");

        Answer answer = other.post("accounts/confirmation", "{\"username\":\"dora\"}");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.detail()).contains("durin.mail.host");
    }

    @ParameterizedTest
    @ValueSource(strings = {"disable", "enable", "confirmation"})
    void actWhenThereIsNoSuchAccountThen404(String action) {
        assertThat(act(action, "nobody").status()).isEqualTo(404);
        assertThat(act(action, "\\u0001").status()).isEqualTo(404);
        assertThat(mailing.events("OperatorActed")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            disable | {}                                             | username
            disable | {"username":""}                                | username
            disable | {"username":["dora"]}                          | username
            disable | {"username":"dora","groups":[]}                | groups
            groups  | {"username":"dora"}                            | groups
            groups  | {"username":"dora","groups":"admin"}           | groups
            groups  | {"username":"dora","groups":["admin",1]}       | groups
            groups  | {"username":"dora","groups":[""]}              | groups
            """)
    void actWhenAFieldIsWrongThenItIsNamed(String action, String json, String field) {
        create("dora", "ACTIVE", "");

        Answer answer = operator.post("accounts/" + action, json);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().keySet()).contains(field);
        assertThat(mailing.events("OperatorActed")).isEmpty();
    }

    /** It ends with the account, as one of a login does. */
    @Test
    void tokenIssuedForAnAccountThenItIsOfThatAccount() {
        create("Dora", "ACTIVE", "");
        String token = operator.post("tokens", "{\"caller\":\"dora\",\"client\":\"web\"}")
                .token();
        assertThat(mailing.api().get("api/who/open", token).body()).isEqualTo("Dora");
        assertThat(DATABASE.rowsOf(NAME, "SELECT store_id FROM durin_token WHERE caller = 'Dora'"))
                .isEqualTo(List.of(List.of("durin-accounts")));

        act("disable", "dora");

        assertThat(mailing.status("api/who/authenticated", token)).isEqualTo(401);
        Answer refused = operator.post("tokens", "{\"caller\":\"dora\",\"client\":\"web\"}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().keySet()).contains("caller");
    }

    @Test
    void tokenIssuedForNobodyThenRefusedWhereCallersComeFromNowhereElse() {
        create("dora", "ACTIVE", "");
        Api alone = server.api("accounts-alone");
        OperatorApi dora =
                new OperatorApi(alone, alone.login("dora", PASSWORD, "web").token());
        String wish = "{\"caller\":\"nobody\",\"client\":\"web\"}";

        Answer answer = dora.post("tokens", wish);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().keySet()).contains("caller");
        assertThat(operator.post("tokens", wish).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({"GET, accounts", "POST, accounts/disable", "POST, accounts/groups"})
    void accountsWhenNotAnOperatorThenRefusedAndWithoutAccountsNotThere(String method, String path) {
        String admin = "api/auth/admin/" + path;

        assertThat(mailing.api()
                        .call(method, admin, mailing.api().token("alice", "web"))
                        .status())
                .isEqualTo(403);
        assertThat(mailing.api().call(method, admin, "0".repeat(64)).status()).isEqualTo(401);
        assertThat(server.api("accounts-none")
                        .call(method, admin, operator.token())
                        .status())
                .isEqualTo(404);
        assertThat(mailing.api()
                        .call("POST", "api/auth/admin/accounts/delete", operator.token())
                        .status())
                .isEqualTo(404);
    }
}
