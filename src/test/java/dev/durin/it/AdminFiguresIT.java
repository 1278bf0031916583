package dev.durin.it;

import static dev.durin.it.AtOnce.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What operators are told of what has happened and of how much. Each test has days of its own, so that none counts another's. */
@Tag("host-variants")
class AdminFiguresIT {

    private static final TestDatabase DATABASE = Databases.current();
    private static final String NAME = "adminfigures";
    private static final String WHO = "api/who/authenticated";

    private static ServerProcess server;
    private static AdminNode admin;
    private static int day = 1;
    private String operator;
    private int before;

    @BeforeAll
    static void startServer() throws IOException {
        DATABASE.create(NAME);
        server = AdminNode.start(
                "admin-figures",
                List.of(AdminNode.application(
                        "figures",
                        Map.of(
                                "durin.clients.narrow.throttle-rate", "2/d",
                                "durin.clients.web.token-ttl", "never",
                                "durin.clients.mobile.token-ttl", "never",
                                "durin.clients.narrow.token-ttl", "never"),
                        NAME)));
        admin = new AdminNode(server, "figures");
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    /** Days that are far apart: of each, nothing is left of the one before. */
    @BeforeEach
    void beginAnew() {
        DATABASE.rowsOf(NAME, "DELETE FROM durin_token");
        admin.node().control("write-uses", "");
        DATABASE.rowsOf(NAME, "DELETE FROM durin_usage");
        admin.node().control("reset", "");
        day += 5;
        at(day, "10:59:59");
        operator = admin.operator();
        before = newest();
    }

    private static void at(int dayOfYear, String time) {
        admin.node().control("stop-time", LocalDate.ofYearDay(2030, dayOfYear) + "T" + time + "Z");
    }

    private static String hour(int dayOfYear, String hour) {
        return LocalDate.ofYearDay(2030, dayOfYear) + "T" + hour + ":00:00Z";
    }

    private int newest() {
        return events("?limit=1").stream()
                .mapToInt(event -> event.getInt("sequence"))
                .findFirst()
                .orElse(0);
    }

    private List<JsonObject> events(String query) {
        return admin.json("/events" + query, operator).getJsonArray("items").getValuesAs(JsonObject.class);
    }

    /** What has happened since the test began, the newest first. */
    private List<JsonObject> news() {
        return events("?limit=200&after=" + before);
    }

    private JsonObject figures(String query) {
        return admin.json("/figures" + query, operator);
    }

    private List<String> rows(String name, String... members) {
        return figures("").getJsonArray(name).getValuesAs(JsonObject.class).stream()
                .map(row -> String.join(
                        " ",
                        IntStream.range(0, members.length)
                                .mapToObj(at -> row.get(members[at]).toString().replace("\"", ""))
                                .toList()))
                .toList();
    }

    @Test
    void requestsThenCountedByClientAndHour() {
        String web = admin.api().token("alice", "mobile");
        IntStream.range(0, 5).forEach(n -> admin.api().get(WHO, web));
        at(day, "11:00:00");
        IntStream.range(0, 2).forEach(n -> admin.api().get(WHO, web));

        assertThat(rows("hours", "hour", "client", "requests"))
                .contains(hour(day, "10") + " mobile 5", hour(day, "11") + " mobile 2")
                .anyMatch(row -> row.startsWith(hour(day, "10") + " web "))
                .isSorted();
    }

    @Test
    void requestsWhenTwoDaysHavePassedThenForgotten() {
        String token = admin.api().token("alice", "mobile");
        admin.api().get(WHO, token);
        at(day + 2, "09:00:00");
        assertThat(rows("hours", "hour", "client", "requests")).contains(hour(day, "10") + " mobile 1");

        at(day + 2, "10:00:00");

        assertThat(rows("hours", "hour", "client")).doesNotContain(hour(day, "10") + " mobile");
    }

    @Test
    void requestsWhenManyAtOnceThenAllAreCounted() throws Exception {
        String token = admin.api().token("alice", "mobile");

        atOnce(8, n -> IntStream.range(0, 50)
                .filter(i -> admin.api().get(WHO, token).status() == 200)
                .count());

        assertThat(rows("hours", "client", "requests")).contains("mobile 400");
    }

    @Test
    void refusalsThenCountedByKindAndHour() {
        String alice = admin.api().token("alice", "mobile");
        admin.api().get(WHO, "0".repeat(64));
        admin.api().get(WHO);
        admin.api().get("api/who/only-web", alice);
        admin.get("/clients", alice);
        admin.get("", alice);
        admin.api().login("alice", "wrong", "web");
        String narrow = admin.api().token("bob", "narrow");
        IntStream.range(0, 6).forEach(n -> admin.api().get(WHO, narrow));

        assertThat(rows("refusals", "hour", "kind", "count"))
                .containsExactly(
                        hour(day, "10") + " unauthorized 2",
                        hour(day, "10") + " forbidden 3",
                        hour(day, "10") + " rate-limited 4",
                        hour(day, "10") + " login-failed 1");
    }

    @Test
    void liveTokensAndCacheThenAsTheyAre() {
        String token = admin.api().token("alice", "mobile");
        admin.api().token("bob", "mobile");
        long hits = hits();
        IntStream.range(0, 10).forEach(n -> admin.api().get(WHO, token));

        assertThat(rows("live_tokens", "client", "count", "capped"))
                .contains("mobile 2 false", "web 1 false", "durin-console 0 false");
        assertThat(hits() - hits).isBetween(9L, 30L);
        JsonObject cache = figures("").getJsonObject("cache");
        assertThat(cache.keySet()).containsExactly("entries", "hits", "misses", "hit_rate");
        assertThat(cache.getJsonNumber("hit_rate").doubleValue()).isBetween(0.1, 1.0);
    }

    private long hits() {
        return figures("").getJsonObject("cache").getJsonNumber("hits").longValue();
    }

    @Test
    void usesThenOfEachClientAndDayAndWhoUsesMost() {
        for (String caller : List.of("alice", "bob")) {
            String token = admin.api().token(caller, "mobile");
            IntStream.range(0, caller.equals("alice") ? 3 : 2)
                    .forEach(n -> admin.api().get(WHO, token));
        }
        admin.node().control("write-uses", "");
        at(day + 1, "01:00:00");
        admin.api().get(WHO, admin.api().token("alice", "mobile"));
        admin.node().control("write-uses", "");

        assertThat(rows("uses", "client", "day", "uses"))
                .contains(
                        "mobile " + LocalDate.ofYearDay(2030, day) + " 5",
                        "mobile " + LocalDate.ofYearDay(2030, day + 1) + " 1");
        assertThat(rows("top", "caller", "client", "uses")).contains("alice mobile 4", "bob mobile 2");
        assertThat(figures("?days=1").getJsonArray("uses").getValuesAs(JsonObject.class))
                .extracting(row -> row.getString("day"))
                .containsOnly(LocalDate.ofYearDay(2030, day + 1).toString());
    }

    /** A year is summed up over all rows there are, which a page that is open must not ask for again and again. */
    @Test
    void usesWhenLookedAtAgainThenSummedUpAnewAfterAMinute() {
        useMobile("11:00:00");
        assertThat(rows("top", "caller", "client", "uses")).contains("alice mobile 1");
        useMobile("11:00:59");
        assertThat(rows("top", "caller", "client", "uses")).contains("alice mobile 1");

        at(day, "11:01:00");

        assertThat(rows("top", "caller", "client", "uses")).contains("alice mobile 2");
    }

    private static void useMobile(String time) {
        at(day, time);
        admin.api().get(WHO, admin.api().token("alice", "mobile"));
        admin.node().control("write-uses", "");
    }

    @Test
    void figuresThenSayOfWhichNodeAndSinceWhen() {
        JsonObject figures = figures("");

        assertThat(figures.keySet())
                .containsExactly("live_tokens", "uses", "top", "hours", "refusals", "cache", "node", "since");
        assertThat(figures.getString("node")).isNotBlank();
        assertThat(figures.getString("node"))
                .isEqualTo(admin.json("/events", operator).getString("node"));
        assertThat(figures.getString("since")).startsWith("20").endsWith("Z");
    }

    @ParameterizedTest
    @CsvSource({
        "/figures?days=0, days",
        "/figures?days=367, days",
        "/figures?days=1e1, days",
        "/figures?days=1&days=2, days",
        "/events?limit=0, limit",
        "/events?limit=201, limit",
        "/events?after=x, after",
        "/events?after=-1, after",
        "/events?kind=login, kind"
    })
    void queryWhenItCannotBeReadThenSaid(String path, String parameter) {
        Answer answer = admin.get(path, operator);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().getJsonArray(parameter)).isNotEmpty();
    }

    @Test
    void eventsThenTheNewestFirstWithWhoAndWhat() {
        String token = admin.api().token("alice", "mobile");
        admin.api().post("api/auth/logout", token);

        List<JsonObject> news = news();

        assertThat(news)
                .extracting(event -> event.getString("kind"))
                .containsExactly("logged-out", "token-revoked", "login-succeeded", "token-issued");
        JsonObject login = news.get(2);
        assertThat(login.keySet())
                .containsExactly(
                        "sequence", "time", "kind", "caller", "client", "token_id", "operator", "detail", "address");
        assertThat(login.getString("caller")).isEqualTo("alice");
        assertThat(login.getString("client")).isEqualTo("mobile");
        assertThat(login.getInt("token_id")).isPositive();
        assertThat(login.isNull("operator")).isTrue();
        assertThat(login.getString("address")).isNotEmpty();
        assertThat(login.getString("time")).isEqualTo(LocalDate.ofYearDay(2030, day) + "T10:59:59Z");
        assertThat(news.get(1).getString("detail")).isEqualTo("A token was ended: logout.");
        assertThat(news.toString()).doesNotContain(token);
    }

    @Test
    void eventsWhenAfterOneAndOfAKindThenThoseAlone() {
        admin.api().token("alice", "mobile");
        int middle = newest();
        admin.api().token("bob", "mobile");

        assertThat(events("?after=" + middle))
                .extracting(event -> event.getString("caller"))
                .containsOnly("bob");
        assertThat(events("?kind=token-issued&after=" + before))
                .extracting(event -> event.getString("caller"))
                .containsExactly("bob", "alice");
        assertThat(events("?kind=token-issued&limit=1&after=" + before)).hasSize(1);
    }

    /** Whoever types the password into the field of the name must not find it here. */
    @Test
    void eventsWhenALoginFailsThenNoMoreThanTheBeginningOfWhatWasTyped() {
        admin.api().login("alice-pass-1", "wrong", "web");

        JsonObject event = news().get(0);

        assertThat(event.getString("kind")).isEqualTo("login-failed");
        assertThat(event.isNull("caller")).isTrue();
        assertThat(event.getString("detail"))
                .isEqualTo("A login was refused: credentials. The name begins with \"al\".");
        assertThat(news().toString()).doesNotContain("alice-pass-1").doesNotContain("wrong");
    }

    @Test
    void eventsWhenAnOperatorActsThenWho() {
        admin.post("/clients", operator, "{\"name\":\"partner" + day + "\"}");

        JsonObject event = news().get(0);

        assertThat(event.getString("kind")).isEqualTo("operator-acted");
        assertThat(event.getString("operator")).isEqualTo("root");
        assertThat(event.getString("detail"))
                .startsWith("client-created: partner" + day + ". name=partner" + day + ", token_ttl=");
    }

    @Test
    void eventsWhenUndoneThenNotTold() {
        admin.node().control("rolling-back-event", "TokenIssued");

        assertThat(admin.api().login("alice", "mobile").status()).isEqualTo(503);

        assertThat(news()).isEmpty();
    }

    @Test
    void eventsWhenThereAreManyOfOtherKindsThenThoseOfOperatorsAreStillTold() {
        admin.post("/clients", operator, "{\"name\":\"flood" + day + "\"}");
        assertThat(events("?kind=operator-acted&after=" + before)).hasSize(1);
        for (int n = 0; n < 110; n++) {
            admin.api().token("alice", "web");
        }

        List<JsonObject> latest = events("?limit=200");
        assertThat(latest).hasSize(200);
        int last = latest.get(0).getInt("sequence");
        assertThat(last - latest.get(199).getInt("sequence")).isEqualTo(199);
        assertThat(events("?kind=operator-acted&after=" + before)).hasSize(1);
        assertThat(events("?limit=3&before=" + last))
                .extracting(event -> event.getInt("sequence"))
                .containsExactly(last - 1, last - 2, last - 3);
        assertThat(events("?limit=3&after=" + (last - 9)))
                .extracting(event -> event.getInt("sequence"))
                .containsExactly(last - 6, last - 7, last - 8);
        assertThat(admin.get("/events?after=1&before=9", operator).status()).isEqualTo(400);
        assertThat(admin.get("/events?after=0&before=9", operator).status()).isEqualTo(400);
    }

    /** Whoever reads all of them begins with none. */
    @Test
    void eventsWhenAfterNoneThenTheOldest() {
        IntStream.range(0, 4).forEach(n -> admin.api().token("alice", "mobile"));
        List<Integer> all = events("?limit=200&after=0").stream()
                .map(event -> event.getInt("sequence"))
                .toList();

        assertThat(events("?limit=2&after=0"))
                .extracting(event -> event.getInt("sequence"))
                .containsExactly(all.get(all.size() - 2), all.get(all.size() - 1));
        assertThat(events("?limit=2&after=0").get(1).getInt("sequence")).isLessThan(before);
    }

    @Test
    void secretsWhenEverythingIsReadThenInNone() {
        String token = admin.api().token("alice", "mobile");
        admin.post("/clients", operator, "{\"name\":\"secretive" + day + "\"}");

        String all = admin.get("/clients", operator).body()
                + admin.get("/events?limit=200", operator).body()
                + admin.get("/figures", operator).body()
                + admin.get("", operator).body();

        assertThat(all).doesNotContain(token).doesNotContain(operator).doesNotContain("-pass-1");
        for (List<String> row : DATABASE.rowsOf(NAME, "SELECT selector FROM durin_token")) {
            assertThat(all).doesNotContain(row.get(0));
        }
    }
}
