package dev.durin.it;

import static dev.durin.it.AtOnce.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What is set for all clients: how many live tokens a caller may have, on two nodes of one database, what is kept of where
 * they come from, and the status of a login that is refused.
 */
@Tag("nodes")
class LimitsOfAllIT {

    private static final String NAME = "limits";
    private static final TestDatabase DATABASE = Databases.current();

    private static ServerProcess one;
    private static ServerProcess two;

    private NodeApi evicting;
    private NodeApi rejecting;
    private NodeApi silent;

    /** They share their tables, so that each is a node of the others. */
    @BeforeAll
    static void startServers() throws IOException {
        DATABASE.create(NAME);
        one = TestServer.current()
                .start(
                        NAME + "-one",
                        List.of(
                                application("evicting", Map.of("durin.token.max-per-caller", "3")),
                                application(
                                        "rejecting",
                                        Map.of(
                                                "durin.token.max-per-caller", "3",
                                                "durin.token.at-limit", "reject")),
                                application(
                                        "silent",
                                        Map.of(
                                                "durin.record.address", "false",
                                                "durin.record.user-agent", "false",
                                                "durin.api-access.exclude-from-sessions", "true",
                                                "durin.login.failure-status", "401"))));
        two = TestServer.current()
                .start(
                        NAME + "-two",
                        List.of(
                                application("evicting", Map.of("durin.token.max-per-caller", "3")),
                                application(
                                        "rejecting",
                                        Map.of(
                                                "durin.token.max-per-caller", "3",
                                                "durin.token.at-limit", "reject"))));
    }

    private static WebArchive application(String name, Map<String, String> changes) {
        return Deployments.application(name, Deployments.settings(changes), DATABASE.url(NAME));
    }

    @AfterAll
    static void stopServers() {
        one.close();
        two.close();
    }

    @BeforeEach
    void beginAnew() {
        evicting = new NodeApi(one, "evicting");
        rejecting = new NodeApi(one, "rejecting");
        silent = new NodeApi(one, "silent");
        rows("DELETE FROM durin_token");
        rows("DELETE FROM durin_caller");
        Stream.of(evicting, rejecting, silent, new NodeApi(two, "evicting"), new NodeApi(two, "rejecting"))
                .forEach(node -> {
                    node.control("write-uses", "");
                    node.control("reset", "");
                    node.control("read-feed", "");
                });
    }

    @Test
    void evictOldestWhenOneTooManyThenTheOldestOfWhateverClient() { // B4.39
        Api api = evicting.api();
        String mobile = api.token("alice", "mobile");
        evicting.pass(Duration.ofSeconds(1));
        String web = api.token("alice", "web");
        evicting.pass(Duration.ofSeconds(1));
        String kiosk = api.token("alice", "kiosk");

        String another = api.token("alice", "web");

        assertThat(statuses(api, List.of(mobile, web, kiosk, another))).containsExactly(401, 200, 200, 200);
        assertThat(evicting.events("TokenRevoked"))
                .hasSize(1)
                .first()
                .asString()
                .contains("client=mobile")
                .contains("reason=EVICTED");
        assertThat(api.token("alice", "kiosk")).as("takes the place of its own").isNotEqualTo(kiosk);
        assertThat(tokenRows()).isEqualTo(3);
        assertThat(statuses(api, List.of(web, another))).containsOnly(200);
    }

    @Test
    void rejectWhenOneTooManyThenSaysTheNumberAndWhatToDo() {
        Api api = rejecting.api();
        List<String> tokens =
                List.of(api.token("alice", "mobile"), api.token("alice", "web"), api.token("alice", "web"));

        Answer refused = api.login("alice", "kiosk");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.detail())
                .isEqualTo("There may be no more than 3 sessions at a time. End one of them, then log in again.");
        assertThat(api.token("alice", "mobile")).as("reused").isEqualTo(tokens.get(0));
        assertThat(rejecting.control("try-issue", "alice=web").body())
                .isEqualTo("3 false: A caller may have no more than 3 live tokens at a time");
        assertThat(statuses(api, tokens)).containsOnly(200);
        assertThat(tokenRows()).isEqualTo(3);
    }

    /** Neither counted nor limited nor evicted. */
    @Test
    void apiAccessTokenThenOfNoConcernToTheLimit() {
        Api api = rejecting.api();
        String web = api.token("alice", "web");
        String key = api.post("api/auth/apiaccess", web).token();
        api.token("alice", "web");
        api.token("alice", "web");

        assertThat(api.login("alice", "web").status()).isEqualTo(403);
        assertThat(api.delete("api/auth/apiaccess", web).status()).isEqualTo(204);
        assertThat(api.login("alice", "web").status()).isEqualTo(403);
        assertThat(api.post("api/auth/apiaccess", web).status()).isEqualTo(201);
        assertThat(api.login("alice", "api").status()).isEqualTo(200);

        evicting.api().token("alice", "web");
        evicting.api().token("alice", "web");

        assertThat(evicting.events("TokenRevoked")).hasSize(2).allMatch(event -> event.contains("client=web"));
        assertThat(api.get("api/who/authenticated", key).status()).isEqualTo(401);
        assertThat(tokenRows()).isEqualTo(4);
    }

    @RepeatedTest(3)
    void fiftyLoginsAtOnceOnTwoNodesWhenEvictingThenNeverMoreThanTheLimit() throws Exception { // B4.39
        List<Api> nodes = List.of(one.api("evicting"), two.api("evicting"));

        List<Answer> answers =
                atOnce(50, n -> nodes.get(n % 2).login("alice", n % 5 == 0 ? "mobile" : n % 5 == 1 ? "kiosk" : "web"));

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(tokenRows()).isEqualTo(3);
    }

    @RepeatedTest(3)
    void fiftyLoginsAtOnceOnTwoNodesWhenRejectingThenAsManyAsTheLimitPass() throws Exception { // B4.39
        List<Api> nodes = List.of(one.api("rejecting"), two.api("rejecting"));

        List<Answer> answers = atOnce(50, n -> nodes.get(n % 2).login("alice", "web"));

        assertThat(answers).extracting(Answer::status).containsOnly(200, 403);
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(3);
        assertThat(tokenRows()).isEqualTo(3);
    }

    @Test
    void evictedOnOneNodeThenRefusedByTheOther() {
        Api other = two.api("evicting");
        String oldest = other.token("alice", "web");
        assertThat(other.get("api/who/authenticated", oldest).status()).isEqualTo(200);
        evicting.pass(Duration.ofSeconds(1));

        IntStream.range(0, 3).forEach(n -> evicting.api().token("alice", "web"));

        new NodeApi(two, "evicting").untilStatus(401, "api/who/authenticated", oldest);
        assertThat(tokenRows()).isEqualTo(3);
    }

    @Test
    void recordingSwitchedOffThenNeitherAddressNorAgentAnywhere() { // B11.95
        Api api = silent.api();
        String fields = "username=alice&password=alice-pass-1&client=web";
        String token = api.send(api.request("api/auth/login")
                        .header("User-Agent", "curious/1.0")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(fields)))
                .token();
        api.send(api.request("api/who/authenticated")
                .header("User-Agent", "curious/2.0")
                .header("Authorization", "Token " + token));

        Answer listed = api.get("api/auth/sessions", token);
        silent.control("write-uses", "");

        assertThat(listed.body())
                .contains("\"last_used\":\"")
                .doesNotContain("curious")
                .doesNotContain("127.0.0.1");
        assertThat(rows("SELECT login_address, login_user_agent, last_address, last_user_agent FROM durin_token"))
                .containsExactly(List.of("", "", "", ""));
        assertThat(rows("SELECT COUNT(*) FROM durin_token WHERE last_used IS NOT NULL"))
                .containsExactly(List.of("1"));
        assertThat(silent.events("LoginSucceeded").get(0)).contains("remoteAddress=127.0.0.1");
    }

    @Test
    void loginWhenRefusedAndSoSetThen401WithoutAnErrorCode() {
        Api api = silent.api();
        silent.control("groups", "ivan=user");
        silent.control("inactive", "ivan");
        silent.control("veto", "bob");
        silent.control("refuse", "root");

        for (Answer answer : List.of(
                api.login("alice", "wrong", "web"),
                api.login("ivan", "web"),
                api.login("bob", "web"),
                api.login("root", "web"),
                withBadToken(api))) {
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Token realm=\"api\"");
            assertThat(answer.body())
                    .isEqualTo("{\"type\":\"tag:durin.dev,2026:problem/not-logged-in\",\"title\":\"Not logged in\","
                            + "\"status\":401,\"non_field_errors\":[\"Unable to log in with provided credentials.\"]}");
        }
        assertThat(api.login("alice", "", "web").status()).isEqualTo(400);
        assertThat(api.login("alice", "alice-pass-1", "nowhere").status()).isEqualTo(400);
        assertThat(api.login("alice", "web").status()).isEqualTo(200);
    }

    private static Answer withBadToken(Api api) {
        return api.send(api.request("api/auth/login")
                .header("Authorization", "Token " + "0".repeat(64))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=alice&password=wrong&client=web")));
    }

    @Test
    void logoutElsewhereWhenTheApiAccessTokenIsNoSessionThenItStays() {
        Api api = silent.api();
        String token = api.token("alice", "web");
        String key = api.post("api/auth/apiaccess", token).token();
        String other = api.token("alice", "mobile");

        assertThat(api.post("api/auth/logoutothers", token).status()).isEqualTo(204);

        assertThat(statuses(api, List.of(token, key, other))).containsExactly(200, 200, 401);
    }

    private static List<Integer> statuses(Api api, List<String> tokens) {
        return tokens.stream()
                .map(token -> api.get("api/who/authenticated", token).status())
                .toList();
    }

    private static long tokenRows() {
        return Long.parseLong(rows("SELECT COUNT(*) FROM durin_token").get(0).get(0));
    }

    private static List<List<String>> rows(String sql) {
        return DATABASE.rowsOf(NAME, sql);
    }
}
