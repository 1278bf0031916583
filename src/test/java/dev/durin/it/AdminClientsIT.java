package dev.durin.it;

import static dev.durin.it.AtOnce.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients as operators manage them. Two applications on one database stand for two nodes. */
@Tag("host-variants")
class AdminClientsIT {

    private static final TestDatabase DATABASE = Databases.current();
    private static final String NAME = "adminclientsmanaged";
    private static final String WHO = "api/who/authenticated";

    private static ServerProcess server;
    private static AdminNode a;
    private static AdminNode b;
    private String operator;

    @BeforeAll
    static void startServer() throws IOException {
        DATABASE.create(NAME);
        server = AdminNode.start(
                "admin-clients",
                List.of(
                        AdminNode.application("clients-a", Map.of(), NAME),
                        AdminNode.application("clients-b", Map.of(), NAME)));
        a = new AdminNode(server, "clients-a");
        b = new AdminNode(server, "clients-b");
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void beginAnew() {
        DATABASE.rowsOf(NAME, "DELETE FROM durin_token");
        DATABASE.rowsOf(NAME, "DELETE FROM durin_client WHERE declared = FALSE");
        Stream.of(a, b).forEach(node -> {
            node.node().control("reset", "");
            node.node().control("read-feed", "");
        });
        operator = a.operator();
    }

    private JsonObject created(String body) {
        Answer answer = a.post("/clients", operator, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private Answer patch(JsonObject client, String query, String body) {
        return a.call("PATCH", "/clients/" + client.getInt("id") + query, operator, body);
    }

    private Answer patched(JsonObject client, String body) {
        Answer answer = patch(client, "", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private Answer delete(JsonObject client, String query) {
        return a.call("DELETE", "/clients/" + client.getInt("id") + query, operator, "");
    }

    private static List<String> acts() {
        return a.node().events("OperatorActed");
    }

    private static Duration left(Answer login) {
        return Duration.between(Instant.now(), Instant.parse(login.json().getString("expiry")));
    }

    @Test
    void createThenAsItWasAskedForAndUsableAtOnce() {
        Answer answer = a.post("/clients", operator, """
                {"name":"partner","token_ttl":"14d","throttle_rate":"100/m","login_policy":"replace",
                 "max_per_caller":5,"at_limit":"reject","enabled":true}""");

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        JsonObject client = answer.json();
        assertThat(client.keySet())
                .containsExactly(
                        "id",
                        "name",
                        "token_ttl",
                        "throttle_rate",
                        "login_policy",
                        "max_per_caller",
                        "at_limit",
                        "enabled",
                        "declared",
                        "created",
                        "live_tokens");
        assertThat(answer.body())
                .contains("\"name\":\"partner\",\"token_ttl\":\"14d\",\"throttle_rate\":\"100/m\","
                        + "\"login_policy\":\"replace\",\"max_per_caller\":5,\"at_limit\":\"reject\",\"enabled\":true,"
                        + "\"declared\":false,")
                .endsWith("\"live_tokens\":{\"count\":0,\"capped\":false}}");
        assertThat(left(b.api().login("alice", "partner"))).isBetween(Duration.ofDays(13), Duration.ofDays(14));
        assertThat(a.client("partner", operator).getJsonObject("live_tokens"))
                .hasToString("{\"count\":1,\"capped\":false}");
        assertThat(a.get("/clients/" + client.getInt("id"), operator).json().getString("name"))
                .isEqualTo("partner");
        assertThat(acts())
                .containsExactly(
                        "OperatorActed[operator=root, action=CLIENT_CREATED, subject=partner, detail=name=partner,"
                                + " token_ttl=14d, throttle_rate=100/m, login_policy=replace, max_per_caller=5, at_limit=reject,"
                                + " enabled=true, affected=0]");
    }

    @Test
    void createWhenNothingButTheNameThenTheDefaults() {
        assertThat(created("{\"name\":\"partner\"}").toString())
                .contains(
                        "\"token_ttl\":\"1d\",\"throttle_rate\":null,\"login_policy\":\"reuse\",\"max_per_caller\":null,"
                                + "\"at_limit\":null,\"enabled\":true,\"declared\":false");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                             | name           | This field is required.
            {"name":null}                                  | name           | This field may not be null.
            {"name":7}                                     | name           | Not a valid string.
            {"name":""}                                    | name           | This field may not be blank.
            {"name":" x"}                                  | name           | A client's name must not be blank nor begin or end with a space.
            {"name":"web"}                                 | name           | There is a client with the name "web" already.
            {"name":"p","token_ttl":"soon"}                | token_ttl      | It must be a duration, either a number with ms, s, m, h or d, or ISO 8601 such as PT12H.
            {"name":"p","token_ttl":"0"}                   | token_ttl      | A lifetime must be longer than zero, not PT0S.
            {"name":"p","token_ttl":"99999d"}              | token_ttl      | A lifetime is at most 36500 days, not 99999 days; say "never" for one without end.
            {"name":"p","token_ttl":null}                  | token_ttl      | This field may not be null.
            {"name":"p","throttle_rate":"0/m"}             | throttle_rate  | A rate lets 1 to 999999999 requests pass, not 0.
            {"name":"p","throttle_rate":"4/min2"}          | throttle_rate  | A rate is a number, a slash and one of s, m, h, d, such as 100/h; not "4/min2".
            {"name":"p","login_policy":"REUSE"}            | login_policy   | It must be one of reuse, new, replace.
            {"name":"p","max_per_caller":0}                | max_per_caller | Must be a whole number from 1 to 100000.
            {"name":"p","max_per_caller":4294967297}       | max_per_caller | Must be a whole number from 1 to 100000.
            {"name":"p","max_per_caller":1.5}              | max_per_caller | Must be a whole number from 1 to 100000.
            {"name":"p","max_per_caller":"5"}              | max_per_caller | Must be a whole number from 1 to 100000.
            {"name":"p","at_limit":"never"}                | at_limit       | It must be one of evict-oldest, reject.
            {"name":"p","enabled":"yes"}                   | enabled        | Must be true or false.
            {"name":"p","colour":"red"}                    | colour         | There is no such field; there are at_limit, enabled, login_policy, max_per_caller, name, throttle_rate, token_ttl.
            """)
    void createWhenFieldIsWrongThenSaidAndNothingMade(String body, String field, String message) {
        Answer answer = a.post("/clients", operator, body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().getJsonArray(field).getString(0)).isEqualTo(message);
        assertThat(DATABASE.rowsOf(NAME, "SELECT name FROM durin_client WHERE declared = FALSE"))
                .isEmpty();
        assertThat(acts()).isEmpty();
    }

    @Test
    void createWhenSeveralFieldsAreWrongThenAllAreSaid() {
        JsonObject faults = a.post("/clients", operator, "{\"token_ttl\":\"x\",\"enabled\":1,\"z\":1}")
                .json();

        assertThat(faults.keySet()).contains("name", "token_ttl", "enabled", "z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{", "\"text\"", "{\"name\":\"a\"}{}"})
    void createWhenBodyIsNoObjectThen400(String body) {
        assertThat(a.post("/clients", operator, body).status()).isEqualTo(400);
    }

    @Test
    void createWhenBodyIsOfAnotherKindOrTooLongThenRefused() {
        Answer form = a.api()
                .send(a.api()
                        .request("api/auth/admin/clients")
                        .header("Authorization", "Token " + operator)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("name=partner")));

        assertThat(form.status()).isEqualTo(415);
        assertThat(a.post("/clients", operator, "{\"name\":\"" + "x".repeat(70_000) + "\"}")
                        .status())
                .isEqualTo(413);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.durin.it.HostileBodies#all")
    void createWhenBodyIsHostileThenSaidWhatIsWrong(String name, String type, Object body, int status, String words)
            throws IOException {
        URI root = server.root("clients-a");
        byte[] bytes = body instanceof byte[] content ? content : ((String) body).getBytes(StandardCharsets.UTF_8);
        try (RawConnection connection = new RawConnection(root)) {
            RawAnswer answer = connection.send(RawRequest.of("POST api/auth/admin/clients")
                    .token(operator)
                    .headers("Content-Type: " + type)
                    .body(bytes)
                    .bytes(root));

            assertThat(answer.status()).as(answer.body()).isIn(400, 413, 415);
            assertThat(answer.isProblem()).as(answer.toString()).isTrue();
            assertThat(answer.isRevealing()).as(answer.body()).isFalse(); // B2.16
        }
    }

    @Test
    void createWhenManyAtOnceThenOneOfAName() throws Exception {
        List<Answer> answers =
                atOnce(8, n -> (n % 2 == 0 ? a : b).post("/clients", operator, "{\"name\":\"partner\"}"));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 400).hasSize(7);
        assertThat(acts().size() + b.node().events("OperatorActed").size()).isEqualTo(1);
    }

    @Test
    void listThenByNameWithThoseOfTheConfiguration() {
        created("{\"name\":\"partner\"}");

        assertThat(a.clients(operator).getValuesAs(JsonObject.class))
                .extracting(client -> client.getString("name") + " " + client.getBoolean("declared"))
                .contains("durin-console true", "partner false", "web true")
                .isSorted();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name=list                | list_ lista listb
            name=list_               | list_
            name=List                | Listc
            name=LIST                |
            name=list&limit=2        | list_ lista
            name=list&limit=200      | list_ lista listb
            """)
    void listWhenFilteredThenTheseAlone(String query, String expected) {
        Stream.of("lista", "listb", "Listc", "list_", "other").forEach(name -> created("{\"name\":\"" + name + "\"}"));

        assertThat(names(a.json("/clients?" + query, operator)))
                .containsExactlyElementsOf(expected == null ? List.of() : List.of(expected.split(" ", -1)));
    }

    private static List<String> names(JsonObject page) {
        return page.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(client -> client.getString("name"))
                .toList();
    }

    @Test
    void listWhenPagedThenEachOnceWithItsTokensAndAllOfThemWhereNoPageIsWanted() {
        List<String> expected =
                IntStream.range(0, 60).mapToObj("page%02d"::formatted).toList();
        expected.forEach(name -> created("{\"name\":\"" + name + "\"}"));
        a.api().token("alice", "page31");
        List<JsonObject> walked = new ArrayList<>();
        String after = "";
        do {
            JsonObject page = a.json("/clients?name=page&limit=7" + after, operator);
            assertThat(page.getJsonObject("count")).hasToString("{\"count\":60,\"capped\":false}");
            walked.addAll(page.getJsonArray("items").getValuesAs(JsonObject.class));
            after = page.isNull("next") ? "" : "&after=" + page.getString("next");
        } while (!after.isEmpty());

        assertThat(walked).extracting(client -> client.getString("name")).isEqualTo(expected);
        assertThat(walked)
                .filteredOn(client -> client.getJsonObject("live_tokens").getInt("count") == 1)
                .extracting(client -> client.getString("name"))
                .containsExactly("page31");
        JsonObject all = a.json("/clients", operator);
        assertThat(names(all)).containsAll(expected);
        assertThat(all.isNull("next")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"limit=0, limit", "limit=201, limit", "after=*, after", "sort=newest, sort"})
    void listWhenAParameterIsWrongThenItIsNamed(String query, String field) {
        Answer answer = a.get("/clients?" + query, operator);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().keySet()).contains(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999", "0", "01", "-1", "x", "9999999999999999999", "1%00"})
    void clientWhenThereIsNoneThen404(String id) {
        assertThat(a.get("/clients/" + id, operator).status()).isIn(404, 400);
        assertThat(a.call("PATCH", "/clients/" + id, operator, "{}").status()).isIn(404, 400);
        assertThat(a.call("DELETE", "/clients/" + id, operator, "").status()).isIn(404, 400);
    }

    @Test
    void dryRunOfALifetimeThenSaysHowManyItAffectsAndChangesNothing() {
        JsonObject partner = created("{\"name\":\"partner\",\"token_ttl\":\"14d\"}");
        List.of("alice", "bob").forEach(caller -> a.api().token(caller, "partner"));
        String before = DATABASE.rowsOf(NAME, "SELECT * FROM durin_client WHERE name = 'partner'")
                .toString();

        JsonObject preview =
                patch(partner, "?dry-run=true", "{\"token_ttl\":\"12h\"}").json();

        assertThat(preview.keySet()).containsExactly("client", "affected_tokens", "effects");
        assertThat(preview.getJsonObject("client").getString("token_ttl")).isEqualTo("12h");
        assertThat(preview.getJsonObject("affected_tokens")).hasToString("{\"count\":2,\"capped\":false}");
        assertThat(preview.getJsonArray("effects"))
                .hasToString("[\"Tokens that are issued or renewed from now on live 12h. Its live tokens (2) keep their"
                        + " expiry until they are renewed.\"]");
        assertThat(DATABASE.rowsOf(NAME, "SELECT * FROM durin_client WHERE name = 'partner'"))
                .hasToString(before);
        assertThat(acts()).hasSize(1);
    }

    @Test
    void changeOfALifetimeThenItHoldsForTheNextTokenAndRenewalAlone() {
        JsonObject partner = created("{\"name\":\"partner\",\"token_ttl\":\"14d\"}");
        String token = b.api().token("alice", "partner");

        patched(partner, "{\"token_ttl\":\"12h\"}");

        assertThat(b.api().get(WHO, token).status()).isEqualTo(200);
        b.node().pass(Duration.ofDays(2));
        b.node().control("read-feed", "");
        assertThat(b.api().get(WHO, token).status()).isEqualTo(200);
        assertThat(left(a.api().login("bob", "partner"))).isLessThanOrEqualTo(Duration.ofHours(12));
        assertThat(left(a.api().post("api/auth/refresh", token))).isLessThanOrEqualTo(Duration.ofHours(12));
        assertThat(acts().get(1))
                .isEqualTo("OperatorActed[operator=root, action=CLIENT_CHANGED, subject=partner, detail=token_ttl=12h,"
                        + " affected=1]");
    }

    @Test
    void changeWhenSwitchedOffThenItsTokensAreRefusedAtOnceUntilItIsOnAgain() {
        JsonObject partner = created("{\"name\":\"partner\"}");
        String token = a.api().token("alice", "partner");
        assertThat(b.api().get(WHO, token).status()).isEqualTo(200);
        JsonObject preview =
                patch(partner, "?dry-run=true", "{\"enabled\":false}").json();
        assertThat(preview.getJsonArray("effects").getString(0))
                .isEqualTo(
                        "Its live tokens (1) are refused at once, and nobody can log in with it, until it is switched on"
                                + " again.");
        assertThat(a.api().get(WHO, token).status()).isEqualTo(200);

        assertThat(patched(partner, "{\"enabled\":false}").json().getBoolean("enabled"))
                .isFalse();

        assertThat(a.api().get(WHO, token).status()).isEqualTo(401);
        b.node().control("read-feed", "");
        assertThat(b.api().get(WHO, token).status()).isEqualTo(401);
        assertThat(a.api().login("bob", "partner").status()).isEqualTo(400);
        patched(partner, "{\"enabled\":true}");
        b.node().control("read-feed", "");
        assertThat(b.api().get(WHO, token).status()).isEqualTo(200);
    }

    @Test
    void changeWhenNullThenNoneOfItsOwn() {
        JsonObject partner = created(
                "{\"name\":\"partner\",\"throttle_rate\":\"5/s\",\"max_per_caller\":3,\"at_limit\":\"reject\"}");
        String without = "{\"throttle_rate\":null,\"max_per_caller\":null,\"at_limit\":null}";
        String expected = "\"throttle_rate\":null,\"login_policy\":\"reuse\",\"max_per_caller\":null,\"at_limit\":null";

        assertThat(patch(partner, "?dry-run=true", without).body()).contains(expected);
        assertThat(a.client("partner", operator).getInt("max_per_caller")).isEqualTo(3);
        patched(partner, without);

        assertThat(a.client("partner", operator).toString()).contains(expected);
    }

    @Test
    void changeOfTheNameThenItsTokensStayAndAnotherOnesNameIsRefused() {
        JsonObject partner = created("{\"name\":\"partner\"}");
        created("{\"name\":\"other\"}");
        String token = a.api().token("alice", "partner");

        assertThat(patch(partner, "?dry-run=true", "{\"name\":\"other\"}").status())
                .isEqualTo(400);
        assertThat(patch(partner, "", "{\"name\":\"other\"}")
                        .json()
                        .getJsonArray("name")
                        .getString(0))
                .isEqualTo("There is a client with the name \"other\" already.");
        patched(partner, "{\"name\":\"friend\"}");

        assertThat(a.api().get("api/who/client", token).body()).isEqualTo("friend");
        assertThat(a.api().login("alice", "partner").detail()).isEqualTo("No client with that name.");
    }

    @Test
    void changeWhenNothingIsAnotherThenNothingIsAnnounced() {
        JsonObject partner = created("{\"name\":\"partner\"}");

        assertThat(patch(partner, "?dry-run=true", "{}").json().getJsonArray("effects"))
                .hasToString("[\"Nothing changes.\"]");
        patched(partner, "{\"login_policy\":\"reuse\"}");

        assertThat(acts()).hasSize(1);
    }

    @Test
    void changeWhenFieldOrQueryIsWrongThenSaidAndNothingChanged() {
        JsonObject partner = created("{\"name\":\"partner\"}");

        assertThat(patch(partner, "", "{\"enabled\":false,\"ttl\":\"1d\"}")
                        .json()
                        .keySet())
                .contains("ttl");
        assertThat(patch(partner, "?dry-run=perhaps", "{\"enabled\":false}")
                        .json()
                        .getJsonArray("dry-run")
                        .getString(0))
                .isEqualTo("Must be true or false.");
        assertThat(patch(partner, "?dry-run=true&dry-run=false", "{\"enabled\":false}")
                        .status())
                .isEqualTo(400);
        assertThat(patch(partner, "?dryrun=true", "{\"enabled\":false}").status())
                .isEqualTo(400);
        assertThat(delete(partner, "?dry-run").status()).isEqualTo(400);
        assertThat(delete(partner, "?dry_run=true").status()).isEqualTo(400);
        assertThat(a.post("/clients?dry-run=true", operator, "{\"name\":\"other\"}")
                        .status())
                .isEqualTo(400);
        assertThat(a.client("partner", operator).getBoolean("enabled")).isTrue();
        assertThat(a.clients(operator).toString()).doesNotContain("\"other\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"web", "durin-console"})
    void clientOfTheConfigurationWhenChangedOrDeletedThenRefusedWithItsKeys(String name) {
        JsonObject client = a.client(name, operator);

        for (String query : List.of("", "?dry-run=true")) {
            Answer changed = patch(client, query, "{\"enabled\":false}");
            assertThat(changed.status()).isEqualTo(409);
            assertThat(changed.detail()).contains("durin.clients." + name + ".*");
            assertThat(delete(client, query).status()).isEqualTo(409);
        }
        assertThat(a.client(name, operator)).isEqualTo(client);
    }

    @Test
    void deleteThenItsTokensEndAndTheDryRunSaysHowMany() {
        JsonObject partner = created("{\"name\":\"partner\"}");
        List<String> tokens = Stream.of("alice", "bob")
                .map(caller -> b.api().token(caller, "partner"))
                .toList();
        String other = b.api().token("alice", "mobile");
        tokens.forEach(token -> assertThat(a.api().get(WHO, token).status()).isEqualTo(200));
        b.api().token("root", "partner");
        DATABASE.rowsOf(
                NAME,
                "UPDATE durin_token SET expiry = 1 WHERE caller = 'root'"
                        + " AND client_id = (SELECT id FROM durin_client WHERE name = 'partner')");

        assertThat(delete(partner, "?dry-run=true").body())
                .isEqualTo("{\"affected_tokens\":{\"count\":3,\"capped\":false}}");
        assertThat(a.api().get(WHO, tokens.get(0)).status()).isEqualTo(200);
        Answer answer = delete(partner, "");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"tokens_ended\":3}");
        b.node().control("read-feed", "");
        for (String token : tokens) {
            assertThat(a.api().get(WHO, token).status()).isEqualTo(401);
            assertThat(b.api().get(WHO, token).status()).isEqualTo(401);
        }
        assertThat(b.api().get(WHO, other).status()).isEqualTo(200);
        assertThat(a.api().login("alice", "partner").detail()).isEqualTo("No client with that name.");
        assertThat(delete(partner, "").status()).isEqualTo(404);
        assertThat(acts().get(1))
                .isEqualTo("OperatorActed[operator=root, action=CLIENT_DELETED, subject=partner, detail=, affected=3]");
        assertThat(a.node().events("TokenRevoked")).hasSize(2);
    }

    /** Whoever reads the log must not believe that this operator has done it. */
    @Test
    void deleteWhenAnotherOneHasDeletedItMeanwhileThen404AndNothingIsAnnounced() throws Exception {
        JsonObject partner = created("{\"name\":\"partner\"}");

        Answer answer =
                DATABASE.whileGoing(NAME, "DELETE FROM durin_client WHERE name = 'partner'", () -> delete(partner, ""));

        assertThat(answer.status()).as(answer.body()).isEqualTo(404);
        assertThat(acts()).hasSize(1);
    }

    /** Nor that something was done of which nothing is known. */
    @Test
    void deleteWhenTheDatabaseFailsAtOnceThenSaidThatItIsToBeLookedAt() {
        JsonObject partner = created("{\"name\":\"partner\"}");
        DATABASE.rowsOf(NAME, "ALTER TABLE durin_revocation RENAME TO durin_revocation_away");
        try {
            assertThat(delete(partner, "").status()).isEqualTo(503);
        } finally {
            DATABASE.rowsOf(NAME, "ALTER TABLE durin_revocation_away RENAME TO durin_revocation");
        }

        assertThat(a.client("partner", operator).getBoolean("enabled")).isTrue();
        assertThat(acts().get(1))
                .contains("It could not be finished: look whether it is switched off, and whether it has");
    }

    @Test
    void liveTokensWhenMoreThanAThousandThenNotCountedFurtherAndWithoutTheExpired() {
        created("{\"name\":\"partner\",\"token_ttl\":\"1h\"}");
        a.api().token("alice", "partner");
        copyPartnersTokens(1_234);

        assertThat(a.client("partner", operator).getJsonObject("live_tokens"))
                .hasToString("{\"count\":1000,\"capped\":true}");
        DATABASE.rowsOf(NAME, "UPDATE durin_token SET expiry = 1 WHERE id > 1000000");
        assertThat(a.client("partner", operator).getJsonObject("live_tokens"))
                .hasToString("{\"count\":1,\"capped\":false}");
    }

    private static void copyPartnersTokens(int count) {
        DATABASE.rowsOf(
                NAME,
                "INSERT INTO durin_token (id, selector, key_id, caller, client_id, slot, name, created, expiry,"
                        + " login_groups, store_id, caller_dn, caller_unique_id, login_address, login_user_agent)"
                        + " SELECT 1000000 + x, LPAD(CAST(x AS VARCHAR(32)), 32, '0'), key_id, caller, client_id,"
                        + " LPAD(CAST(x AS VARCHAR(32)), 32, '0'), name, created, expiry, login_groups, store_id, caller_dn,"
                        + " caller_unique_id, login_address, login_user_agent FROM (SELECT * FROM durin_token WHERE"
                        + " client_id = (SELECT id FROM durin_client WHERE name = 'partner')) t, "
                        + DATABASE.numbers(count));
    }
}
