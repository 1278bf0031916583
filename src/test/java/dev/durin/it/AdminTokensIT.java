package dev.durin.it;

import static dev.durin.it.AtOnce.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What operators do with tokens. Two applications on one database stand for two nodes, which know tokens as good for an hour;
 * a third one has no operators.
 */
@Tag("host-variants")
class AdminTokensIT {

    private static final TestDatabase DATABASE = Databases.current();
    private static final String NAME = "admin_tokens";
    private static final String USED = "api/who/authenticated";
    private static final String COLUMNS =
            "INSERT INTO durin_token (id, selector, key_id, caller, client_id, slot, name,"
                    + " created, expiry, login_groups, store_id, caller_dn, caller_unique_id, login_address, login_user_agent)";

    private static ServerProcess server;
    private static NodeApi a;
    private static NodeApi b;
    private static OperatorApi operator;

    @BeforeAll
    static void startServer() throws IOException {
        DATABASE.create(NAME);
        Map<String, String> settings = Deployments.settings(Map.of(
                "durin.admin.enabled", "true",
                "durin.admin.callers", "root",
                "durin.token.cache-timeout", "1h"));
        server = TestServer.current()
                .start(
                        "admin-tokens",
                        List.of(
                                Deployments.application("admin-a", settings, DATABASE.url(NAME)),
                                Deployments.application("admin-b", settings, DATABASE.url(NAME)),
                                Deployments.application(
                                        "admin-off", Deployments.settings(Map.of()), DATABASE.url(NAME))));
        a = new NodeApi(server, "admin-a");
        b = new NodeApi(server, "admin-b");
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void beginAnew() {
        DATABASE.rowsOf(NAME, "DELETE FROM durin_token");
        Stream.of(a, b).forEach(node -> {
            node.control("reset", "");
            node.control("read-feed", "");
            node.control("enable", "mobile");
        });
        operator = OperatorApi.of(a.api(), "root", "cli");
        a.control("forget-events", "");
    }

    /** A token that was made long ago or will end late, or never. */
    private record Row(long id, String caller, long created, Long expiry) {}

    /** Tokens of the client web, of which several were made at the same moment, or end at the same, or never. */
    private static List<Row> bulk(int count) {
        DATABASE.rowsOf(
                NAME,
                COLUMNS + " SELECT 1000000 + x, LPAD(CAST(x AS VARCHAR(32)), 32, '0'), 'none', CONCAT('bulk',"
                        + " LPAD(CAST(MOD(x * 7, 100) AS VARCHAR(32)), 4, '0')), c.id,"
                        + " LPAD(CAST(x AS VARCHAR(32)), 32, '0'), '', 1700000000000 + x - MOD(x, 3),"
                        + " CASE WHEN MOD(x, 5) = 0 THEN NULL ELSE 4000000000000 + MOD(x * 13, 50) END,"
                        + " '', '', '', '', '', '' FROM durin_client c, " + DATABASE.numbers(count)
                        + " WHERE c.name = 'web'");
        return LongStream.rangeClosed(1, count)
                .mapToObj(x -> new Row(
                        1_000_000 + x,
                        "bulk%04d".formatted(x * 7 % 100),
                        1_700_000_000_000L + x - x % 3,
                        x % 5 == 0 ? null : 4_000_000_000_000L + x * 13 % 50))
                .toList();
    }

    private static void insert(long id, String caller, String client, String name, long expiry) {
        DATABASE.rowsOf(
                NAME,
                COLUMNS + " SELECT " + id + ", '" + id + "', 'none', CAST(? AS VARCHAR(255)), c.id, '" + id
                        + "', CAST(? AS VARCHAR(255)), 1700000000000, " + expiry
                        + ", '', '', '', '', '', '' FROM durin_client c WHERE c.name = ?",
                caller,
                name,
                client);
    }

    private static Comparator<Row> order(String sort) {
        return switch (sort) {
            case "newest" ->
                Comparator.comparing(Row::created).thenComparing(Row::id).reversed();
            case "oldest" -> Comparator.comparing(Row::created).thenComparing(Row::id);
            case "caller" -> Comparator.comparing(Row::caller).thenComparing(Row::id);
            default ->
                Comparator.comparing(Row::expiry, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Row::id);
        };
    }

    /** The ids on all pages, one page after the other. */
    private static List<Long> walk(String query) {
        return walk(query, page(query));
    }

    private static List<Long> walk(String query, JsonObject first) {
        List<Long> ids = new ArrayList<>(ids(first));
        JsonObject page = first;
        while (!page.isNull("next")) {
            page = page(query + "&after=" + page.getString("next"));
            ids.addAll(ids(page));
        }
        return ids;
    }

    private static JsonObject page(String query) {
        Answer answer = operator.get("tokens?" + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static List<Long> ids(JsonObject page) {
        return page.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(item -> item.getJsonNumber("id").longValue())
                .toList();
    }

    private static int ended(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().getInt("tokens_ended");
    }

    private static int affected(String json) {
        Answer answer = operator.post("tokens/revoke?dry-run=true", json);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().getJsonObject("affected_tokens").getInt("count");
    }

    /** Few are sorted, many are read in their order. */
    @ParameterizedTest
    @CsvSource({
        "newest, 40, 7", "oldest, 40, 7", "caller, 40, 7", "expiry, 40, 7",
        "newest, 1300, 200", "oldest, 1300, 199", "caller, 1300, 200", "expiry, 1300, 131"
    })
    void listWhenWalkedThroughThenEachTokenOnceInItsOrder(String sort, int count, int limit) {
        List<Long> expected =
                bulk(count).stream().sorted(order(sort)).map(Row::id).toList();

        assertThat(walk("client=web&sort=" + sort + "&limit=" + limit)).isEqualTo(expected);
        assertThat(walk("caller=bulk&sort=" + sort + "&limit=" + limit)).isEqualTo(expected);
    }

    /** They are the oldest ones: whoever reads the newest first would pass by all others before. */
    @ParameterizedTest
    @ValueSource(strings = {"newest", "oldest", "caller", "expiry"})
    void listWhenManyHaveExpiredThenEachOfThemOnceInItsOrder(String sort) {
        List<Long> expected = bulk(1_300).stream()
                .limit(1_200)
                .map(row -> new Row(row.id(), row.caller(), row.created(), row.id()))
                .sorted(order(sort))
                .map(Row::id)
                .toList();
        DATABASE.rowsOf(NAME, "UPDATE durin_token SET expiry = id WHERE id > 1000000 AND id <= 1001200");
        String query = "state=expired&limit=200&sort=" + sort;

        assertThat(walk(query)).isEqualTo(expected);
        assertThat(walk(query + "&client=web&caller=bulk")).isEqualTo(expected);
        assertThat(walk(query + "&client=mobile&caller=bulk")).isEmpty();
    }

    @Test
    void listWhenTokensComeAndGoBetweenPagesThenNoneOfTheOthersIsLeftOut() {
        List<Row> rows = bulk(20);
        JsonObject first = page("client=web&sort=oldest&limit=5");
        DATABASE.rowsOf(NAME, "DELETE FROM durin_token WHERE id = " + ids(first).get(4));
        insert(7, "early", "web", "", 4_000_000_000_000L);

        assertThat(walk("client=web&sort=oldest&limit=5", first))
                .isEqualTo(rows.stream().sorted(order("oldest")).map(Row::id).toList());
    }

    @Test
    void listWhenManyThenCountedUpToAThousand() {
        bulk(1_100);

        assertThat(page("client=web").getJsonObject("count").toString()).isEqualTo("{\"count\":1000,\"capped\":true}");
        assertThat(page("caller=bulk0001").getJsonObject("count").toString())
                .isEqualTo("{\"count\":11,\"capped\":false}");
    }

    /** No character of what a name begins with stands for another one. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            caller=al                        | 1 2 3 4 5
            caller=alice                     | 1 3
            caller=AL                        | 6
            caller=al%25                     | 4
            caller=al_                       | 5
            caller=al%5C                     |
            caller=%F0%9F%A6%8A              | 8
            caller=bob%C3%A9                 | 9
            caller=al&client=mobile          | 3
            name=lap                         | 1 6
            name=lap&caller=A                | 6
            name=l%25                        |
            client=mobile                    | 3
            client=Mobile                    |
            client=nobody                    |
            state=expired                    | 7
            state=expired&caller=al          |
            state=all&caller=old             | 7
            caller=old                       |
            """)
    void listWhenFilteredThenTheseAlone(String query, String expected) {
        long late = 4_000_000_000_000L;
        insert(1, "alice", "web", "laptop", late);
        insert(2, "albert", "web", "", late);
        insert(3, "alice", "mobile", "", late);
        insert(4, "al%x", "web", "", late);
        insert(5, "al_x", "web", "", late);
        insert(6, "ALICE", "web", "laptop of Al", late);
        insert(7, "old", "web", "", 1_000_000);
        insert(8, "\uD83E\uDD8Afox", "web", "", late);
        insert(9, "bobé", "web", "", late);

        assertThat(walk(query + "&sort=oldest"))
                .containsExactlyElementsOf(
                        expected == null
                                ? List.of()
                                : Stream.of(expected.split(" ", -1))
                                        .map(Long::valueOf)
                                        .toList());
    }

    /** Else what begins alike would be looked for in the whole table. */
    @ParameterizedTest
    @ValueSource(strings = {"caller", "name"})
    void listWhenWhatANameBeginsWithIsToldThenAnIndexFindsIt(String column) {
        bulk(5_000);
        DATABASE.rowsOf(NAME, "UPDATE durin_token SET name = caller");
        String kind = System.getProperty("durin.it.database", "h2");
        DATABASE.rowsOf(NAME, kind.equals("mariadb") ? "ANALYZE TABLE durin_token" : "ANALYZE");
        String compared = kind.equals("postgresql") ? column + " COLLATE \"C\"" : column;

        String plan = DATABASE.rowsOf(
                        NAME,
                        "EXPLAIN SELECT id FROM durin_token WHERE name <> '' AND " + compared + " >= 'bulk0001' AND "
                                + compared + " < 'bulk0002' ORDER BY " + compared + ", id LIMIT 1001")
                .toString();

        assertThat(plan.toLowerCase(Locale.ROOT)).containsPattern("durin_token_(" + column + "|slot)");
    }

    @ParameterizedTest
    @CsvSource({
        "sort=upwards, sort",
        "state=dead, state",
        "limit=0, limit",
        "limit=201, limit",
        "limit=x, limit",
        "after=rubbish, after",
        "after=bmV3ZXN0OjE6MQ, after",
        "caller=a&caller=b, caller",
        "caller=%00, caller"
    })
    void listWhenAParameterIsWrongThenItIsNamed(String query, String field) {
        Answer answer = operator.get("tokens?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().keySet()).contains(field);
    }

    @Test
    void listWhenThePlaceIsOfAnotherOrderThenRefused() {
        bulk(5);
        String next = page("client=web&sort=newest&limit=2").getString("next");

        assertThat(operator.get("tokens?client=web&sort=caller&after=" + next).status())
                .isEqualTo(400);
    }

    @Test
    void itemThenAllThatIsKnownAndNoSecret() {
        Answer login = a.api()
                .send(a.api()
                        .request("api/auth/login")
                        .header("User-Agent", "<script>alert(1)</script>")
                        .header("X-Forwarded-For", "203.0.113.7")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(
                                "username=alice&password=alice-pass-1&client=web&token_name=laptop")));
        a.status(USED, login.token());

        Answer answer = operator.get("tokens?caller=alice");
        JsonObject item = answer.json().getJsonArray("items").getJsonObject(0);

        assertThat(item.keySet())
                .containsExactlyInAnyOrder(
                        "id",
                        "caller",
                        "client",
                        "name",
                        "created",
                        "expiry",
                        "expired",
                        "last_used",
                        "login_address",
                        "login_user_agent",
                        "last_address",
                        "last_user_agent",
                        "current");
        assertThat(item.getString("caller") + " " + item.getString("client") + " " + item.getString("name"))
                .isEqualTo("alice web laptop");
        assertThat(item.getString("login_address")).isEqualTo("203.0.113.7");
        assertThat(item.getString("login_user_agent")).isEqualTo("<script>alert(1)</script>");
        assertThat(item.getString("last_used")).endsWith("Z");
        assertThat(item.getBoolean("expired")).isFalse();
        assertThat(item.getBoolean("current")).isFalse();
        assertThat(answer.body()).doesNotContain(login.token().substring(0, 32));
        JsonObject own = page("caller=root").getJsonArray("items").getJsonObject(0);
        assertThat(own.getBoolean("current")).isTrue();
        assertThat(own.isNull("expiry")).isTrue();
    }

    @Test
    void findWhenATextIsPastedThenSaidWhatItIsAndNeverRepeated() {
        String live = a.api().token("alice", "web");
        String disabled = a.api().token("bob", "mobile");
        a.control("disable", "mobile");

        JsonObject found = find(live);
        assertThat(found.getString("state")).isEqualTo("live");
        assertThat(found.getJsonObject("token").getString("caller")).isEqualTo("alice");
        assertThat(find("Authorization: Token " + live + "\\n").getString("state"))
                .isEqualTo("live");
        assertThat(find(disabled).getString("state")).isEqualTo("client-disabled");
        assertThat(find("0".repeat(live.length())).toString()).isEqualTo("{\"state\":\"unknown\",\"token\":null}");
        assertThat(find("hello").toString()).isEqualTo("{\"state\":\"malformed\",\"token\":null}");
        a.pass(Duration.ofDays(1));
        assertThat(find(live).getString("state")).isEqualTo("expired");
        assertThat(DATABASE.rowsOf(NAME, "SELECT id FROM durin_token WHERE caller = 'alice'"))
                .as("nothing is changed by a look")
                .hasSize(1);
        assertThat(server.log()).doesNotContain(live).doesNotContain(disabled);
    }

    private static JsonObject find(String text) {
        Answer answer = operator.post("tokens/find", "{\"token\":\"" + text + "\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain(text);
        return answer.json();
    }

    @Test
    void issueThenTheTokenIsGoodAndTheEventHasNoSecret() {
        Answer answer = operator.post(
                "tokens", "{\"caller\":\"bob\",\"client\":\"web\",\"name\":\"of the desk\",\"token_ttl\":\"2h\"}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        String token = answer.token();
        assertThat(a.api().get("api/who/open", token).body()).isEqualTo("bob");
        assertThat(answer.json().getString("caller") + " " + answer.json().getString("client"))
                .isEqualTo("bob web");
        long id = answer.json().getJsonNumber("id").longValue();
        assertThat(page("name=of").getJsonArray("items").getJsonObject(0).getString("expiry"))
                .isEqualTo(answer.json().getString("expiry"));
        assertThat(a.events("OperatorActed"))
                .containsExactly("OperatorActed[operator=root, action=TOKEN_ISSUED, subject=bob, detail=The token " + id
                        + " of the client web., affected=1]");
        assertThat(a.events("TokenIssued")).hasSize(1);
        a.pass(Duration.ofHours(2));
        assertThat(a.status(USED, token)).isEqualTo(401);
    }

    /** The text of a token that its owner uses is nobody else's business. */
    @Test
    void issueWhenLoginsReuseTheOneThereIsThenRefused() {
        String token = a.api().token("bob", "mobile");

        Answer answer = operator.post("tokens", "{\"caller\":\"bob\",\"client\":\"mobile\"}");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).doesNotContain(token);
        assertThat(a.events("OperatorActed")).isEmpty();
        assertThat(ended(operator.post("tokens/revoke", "{\"caller\":\"bob\"}")))
                .isEqualTo(1);
        assertThat(operator.post("tokens", "{\"caller\":\"bob\",\"client\":\"mobile\"}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void issueWhenAClientReplacesThenTheEarlierTokenEnds() {
        String token = a.api().token("bob", "kiosk");

        assertThat(operator.post("tokens", "{\"caller\":\"bob\",\"client\":\"kiosk\"}")
                        .status())
                .isEqualTo(201);
        assertThat(a.status(USED, token)).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                         | caller client
            {"caller":"bob","client":"nobody"}                         | client
            {"caller":"bob","client":"closed"}                         | client
            {"caller":"","client":"web"}                               | caller
            {"caller":7,"client":"web"}                                | caller
            {"caller":null,"client":"web"}                             | caller
            {"caller":"bob","client":"web","token_ttl":"soon"}         | token_ttl
            {"caller":"bob","client":"web","token_ttl":"0s"}           | token_ttl
            {"caller":"bob","client":"web","token_ttl":5}              | token_ttl
            {"caller":"bob","client":"web","groups":["admin"]}         | groups
            """)
    void issueWhenAFieldIsWrongThenItIsNamedAndNoneIsMade(String json, String fields) {
        Answer answer = operator.post("tokens", json);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().keySet()).contains(fields.split(" ", -1));
        assertThat(a.events("TokenIssued")).isEmpty();
    }

    @Test
    void deleteThenTheTokenIsRefusedOnEveryNode() {
        String token = a.api().token("alice", "web");
        assertThat(List.of(a.status(USED, token), b.status(USED, token))).containsOnly(200);
        long id = ids(page("caller=alice")).get(0);

        assertThat(ended(operator.delete("tokens/" + id))).isEqualTo(1);

        assertThat(a.status(USED, token)).isEqualTo(401);
        b.control("read-feed", "");
        assertThat(b.status(USED, token)).isEqualTo(401);
        assertThat(a.events("TokenRevoked"))
                .containsExactly("TokenRevoked[caller=alice, client=web, tokenId=" + id + ", reason=OPERATOR]");
        assertThat(a.events("OperatorActed"))
                .containsExactly("OperatorActed[operator=root, action=TOKENS_REVOKED, subject=alice, detail=The token "
                        + id + " of the client web., affected=1]");
        assertThat(operator.delete("tokens/" + id).status()).isEqualTo(404);
    }

    /** An operator whose token is known must not be told that there is nothing, nor that something was done. */
    @Test
    void databaseAwayThen503() {
        String token = a.api().token("alice", "web");
        assertThat(operator.get("clients").status()).isEqualTo(200);

        DATABASE.stop();
        try {
            List<Answer> answers = List.of(
                    operator.get("clients"),
                    operator.get("clients/1"),
                    operator.get("tokens"),
                    operator.get("figures"),
                    operator.post("clients", "{\"name\":\"late\"}"),
                    operator.post("tokens", "{\"caller\":\"bob\",\"client\":\"web\"}"),
                    operator.post("tokens/find", "{\"token\":\"" + token + "\"}"),
                    operator.post("tokens/revoke", "{\"caller\":\"alice\"}"),
                    operator.delete("tokens/1"));

            assertThat(answers).extracting(Answer::status).containsOnly(503);
            assertThat(answers).noneMatch(answer -> answer.body().contains(token));
        } finally {
            DATABASE.start();
        }
        NodeApi.until(() -> operator.get("clients").status() == 200 && b.status(USED, token) == 200);
        assertThat(ended(operator.post("tokens/revoke", "{\"caller\":\"alice\"}")))
                .isEqualTo(1);
    }

    /** Whoever asks for one believes that nothing is done. */
    @Test
    void dryRunOfWhatHasNoneThenRefusedAndNothingIsDone() {
        String token = a.api().token("alice", "web");
        long id = ids(page("caller=alice")).get(0);

        List<Answer> answers = List.of(
                operator.delete("tokens/" + id + "?dry-run=true"),
                operator.post("tokens?dry-run=true", "{\"caller\":\"bob\",\"client\":\"web\"}"),
                operator.post("tokens/find?dry-run=true", "{\"token\":\"x\"}"),
                operator.get("clients?dry-run=true"));

        assertThat(answers).extracting(Answer::status).containsOnly(400);
        assertThat(answers).allMatch(answer -> answer.json().containsKey("dry-run"));
        assertThat(a.status(USED, token)).isEqualTo(200);
        assertThat(ids(page("caller=bob"))).isEmpty();
    }

    @Test
    void deleteWhenExpiredThenItEndsAsExpired() {
        insert(7, "old", "web", "", 1_000_000);

        assertThat(ended(operator.delete("tokens/7"))).isEqualTo(1);
        assertThat(a.events("TokenExpired"))
                .containsExactly("TokenExpired[caller=old, client=web, tokenId=7, source=PURGE]");
        assertThat(a.events("TokenRevoked")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "07", "x", "99999999999999999999"})
    void deleteWhenItIsNoIdThen404(String id) {
        assertThat(operator.delete("tokens/" + id).status()).isEqualTo(404);
    }

    @Test
    void revokeThenTheseAloneAndTheNumberThatWasShown() { // B5.46
        a.api().token("alice", "web");
        a.api().token("alice", "mobile");
        a.api().token("alice", "web");
        a.api().token("bob", "web");
        String kept = a.api().token("bob", "mobile");

        for (String[] step : new String[][] {
            {"{\"caller\":\"alice\",\"client\":\"mobile\"}", "1", "tokens of alice with the client mobile"},
            {"{\"client\":\"web\"}", "3", "tokens with the client web"},
            {"{\"caller\":\"alice\"}", "0", "tokens of alice"},
        }) {
            a.control("forget-events", "");
            assertThat(affected(step[0])).as(step[0]).isEqualTo(Integer.parseInt(step[1]));
            assertThat(a.events("TokenRevoked")).isEmpty();
            assertThat(ended(operator.post("tokens/revoke", step[0]))).isEqualTo(Integer.parseInt(step[1]));
            assertThat(a.events("TokenRevoked")).hasSize(Integer.parseInt(step[1]));
            assertThat(a.events("OperatorActed"))
                    .containsExactly("OperatorActed[operator=root, action=TOKENS_REVOKED, subject=" + step[2]
                            + ", detail=, affected=" + step[1] + "]");
        }
        assertThat(a.status(USED, kept)).isEqualTo(200);
    }

    @Test
    void revokeOfAClientThenItsTokensAreRefusedOnEveryNodeAndItStays() { // B5.46
        String token = a.api().token("alice", "web");
        assertThat(List.of(a.status(USED, token), b.status(USED, token))).containsOnly(200);
        bulk(30);

        assertThat(ended(operator.post("tokens/revoke", "{\"client\":\"web\"}")))
                .isEqualTo(31);

        assertThat(a.status(USED, token)).isEqualTo(401);
        b.control("read-feed", "");
        assertThat(b.status(USED, token)).isEqualTo(401);
        assertThat(a.api().login("alice", "web").status()).isEqualTo(200);
    }

    /** More than one transaction changes. */
    @Test
    void revokeOfAllThenNoneIsLeftNotEvenTheOperatorsOwn() { // B5.46
        bulk(1_200);
        assertThat(operator.post("tokens/revoke?dry-run=true", "{\"all\":true}").body())
                .isEqualTo("{\"affected_tokens\":{\"count\":1000,\"capped\":true},\"scoped\":false}");

        assertThat(ended(operator.post("tokens/revoke", "{\"all\":true}"))).isEqualTo(1_201);

        assertThat(DATABASE.rowsOf(NAME, "SELECT COUNT(*) FROM durin_token")).isEqualTo(List.of(List.of("0")));
        assertThat(operator.get("tokens").status()).isEqualTo(401);
        assertThat(a.events("TokenRevoked")).hasSize(1_201);
        assertThat(a.events("OperatorActed"))
                .containsExactly("OperatorActed[operator=root, action=TOKENS_REVOKED, subject=all tokens, detail=,"
                        + " affected=1201]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"all\":true", "\"caller\":\"root\"", "\"client\":\"cli\""})
    void revokeWhenTheCurrentOneIsSparedThenItGoesOn(String which) {
        a.api().token("root", "web");
        a.api().token("alice", "cli");
        int others = affected("{" + which + "}") - 1;

        assertThat(ended(operator.post("tokens/revoke", "{" + which + ",\"except_current\":true}")))
                .isEqualTo(others)
                .isPositive();

        assertThat(operator.get("tokens").status()).isEqualTo(200);
        assertThat(affected("{" + which + "}")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"all\":false}",
                "{\"all\":true,\"caller\":\"bob\"}",
                "{\"all\":\"true\"}",
                "{\"client\":\"nobody\"}",
                "{\"everything\":true}",
                "[]",
                "not json"
            })
    void revokeWhenItIsNotClearWhichThenNoneEnds(String json) {
        a.api().token("alice", "web");

        assertThat(operator.post("tokens/revoke", json).status()).isEqualTo(400);
        assertThat(a.events("TokenRevoked")).isEmpty();
    }

    @RepeatedTest(5)
    void revokeOfAllWhileOthersLogInThenNoneOfBeforeIsLeft() throws Exception {
        List<String> before = IntStream.range(0, 10)
                .mapToObj(n -> a.api().token("alice", "web"))
                .toList();

        List<Answer> answers = atOnce(
                7,
                n -> n == 0
                        ? operator.post("tokens/revoke", "{\"all\":true}")
                        : (n % 2 == 0 ? a : b).api().login("bob", n < 4 ? "web" : "kiosk"));

        assertThat(ended(answers.get(0))).isGreaterThanOrEqualTo(11);
        assertThat(answers.subList(1, 7)).extracting(Answer::status).containsOnly(200);
        assertThat(before).allMatch(token -> a.status(USED, token) == 401);
        b.control("read-feed", "");
        assertThat(before).allMatch(token -> b.status(USED, token) == 401);
        assertThat(DATABASE.rowsOf(NAME, "SELECT id FROM durin_token WHERE caller <> 'bob'"))
                .isEmpty();
    }

    /** Whoever has got hold of a token must not be left with an API access token. */
    @RepeatedTest(10)
    void revokeOfACallerWhileItMakesAnApiAccessTokenThenNothingIsLeft() throws Exception {
        String token = a.api().token("alice", "web");

        List<Answer> answers = atOnce(
                4,
                n -> n == 0
                        ? operator.post("tokens/revoke", "{\"caller\":\"alice\"}")
                        : a.api().post("api/auth/apiaccess", token));

        assertThat(ended(answers.get(0))).isPositive();
        assertThat(answers.subList(1, 4)).extracting(Answer::status).isSubsetOf(201, 400, 401);
        assertThat(DATABASE.rowsOf(NAME, "SELECT id FROM durin_token WHERE caller = 'alice'"))
                .isEmpty();
    }

    @Test
    void revokeOfACallerThenScopedTokensEndToo() {
        String token = a.api().token("alice", "web");
        Answer scoped = a.api()
                .send(a.api()
                        .request("api/auth/scoped")
                        .header("Authorization", "Token " + token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(
                                "{\"scope\":[{\"method\":\"GET\",\"path\":\"/api/openly/known\"}]}")));
        assertThat(scoped.status()).as(scoped.body()).isEqualTo(201);
        assertThat(known(scoped.token()).body()).isEqualTo("alice");
        assertThat(wouldEndScoped("{\"caller\":\"alice\"}")).isTrue();
        assertThat(wouldEndScoped("{\"caller\":\"nobody\"}")).isTrue();
        assertThat(wouldEndScoped("{\"caller\":\"alice\",\"client\":\"web\"}")).isFalse();
        assertThat(wouldEndScoped("{\"client\":\"web\"}")).isFalse();

        operator.post("tokens/revoke", "{\"caller\":\"alice\"}");

        assertThat(known(scoped.token()).status()).isEqualTo(401);
    }

    private static boolean wouldEndScoped(String json) {
        return operator.post("tokens/revoke?dry-run=true", json).json().getBoolean("scoped");
    }

    private static Answer known(String scoped) {
        return a.api().send(a.api().request("api/openly/known").header("Authorization", "TmpToken " + scoped));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, tokens",
        "POST, tokens",
        "POST, tokens/find",
        "POST, tokens/revoke",
        "DELETE, tokens/7",
    })
    void tokensWhenNotAnOperatorThenRefusedAndWithoutOperatorsNotThere(String method, String path) {
        String admin = "api/auth/admin/" + path;
        String token = a.api().token("alice", "web");

        assertThat(a.api().call(method, admin, token).status()).isEqualTo(403);
        assertThat(a.api().call(method, admin, "0".repeat(64)).status()).isEqualTo(401);
        assertThat(server.api("admin-off").call(method, admin, operator.token()).status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, tokens, 'GET, HEAD, POST, OPTIONS'", "GET, tokens/find, 'POST, OPTIONS'",
        "PUT, tokens/revoke, 'POST, OPTIONS'", "GET, tokens/7, 'DELETE, OPTIONS'",
    })
    void tokensWhenAMethodIsNotThereThenTheOthersAreNamed(String method, String path, String allowed) {
        Answer answer = a.api().call(method, "api/auth/admin/" + path, operator.token());

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo(allowed);
        assertThat(answer.detail()).contains(method);
    }
}
