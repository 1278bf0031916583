package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durin.token.TestTokens;
import java.io.File;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Applications that differ in their settings, and some that must not start, side by side on one server. */
@Tag("own-server")
class SettingsIT {

    private static final String OTHER_KEY = "YW5vdGhlciBrZXkgZm9yIHRlc3RzLCBhcyBrbm93biBhcyB0aGUgb25l";

    private static PayaraServer server;

    private final TestDatabase database = Databases.current();

    @BeforeAll
    static void startServer() throws IOException {
        server = PayaraServer.start(
                "settings",
                List.of(
                        Deployments.application("plain"),
                        other(
                                "chatty",
                                Map.of(
                                        "durin.login.user", "true",
                                        "durin.login.refresh", "true",
                                        "durin.expiry.format", "HH:mm dd/MM/yy",
                                        "durin.api-access.include-token", "true",
                                        "durin.api-access.exclude-from-sessions", "true",
                                        "durin.api-access.manage-sessions", "true",
                                        "durin.auth.header-prefixes", "Bearer, Token",
                                        "durin.token.ttll", "1d")),
                        other(
                                "prefixed",
                                Map.of(
                                        "durin.token.prefix", "acme_",
                                        "durin.token.length", "96",
                                        "durin.last-used.interval", "0")),
                        other(
                                "rotating",
                                Map.of(
                                        "durin.secret-key",
                                        OTHER_KEY + "," + Deployments.SECRET_KEY,
                                        "durin.purge.interval",
                                        "1s",
                                        "durin.last-used.interval",
                                        "1s")),
                        other("rotated", Map.of("durin.secret-key", OTHER_KEY)),
                        other(
                                        "mounted",
                                        Map.of(
                                                "durin.endpoints", "false",
                                                "durin.admin.enabled", "true",
                                                "durin.admin.callers", "alice"))
                                .addPackage("dev.durin.it.mounted"),
                        embedded(),
                        Deployments.application("login-groups")
                                .deleteClass("dev.durin.it.app.TestIdentityStore")
                                .addClass("dev.durin.it.variant.LoginGroupsStore"),
                        Deployments.application("counted")
                                .deleteClass("dev.durin.it.app.TestIdentityStore")
                                .addClass("dev.durin.it.variant.CountedStore")
                                .addClass("dev.durin.it.variant.CountResource"),
                        other("ended", Map.of("durin.login.refresh", "true"))
                                .addClass("dev.durin.it.variant.EndedRenewal"),
                        Deployments.application("ahead")
                                .deleteClass("dev.durin.it.app.MovableTime")
                                .addClass("dev.durin.it.variant.ClockAhead"),
                        other("beside-basic", Map.of("durin.entry", "filter"))
                                .addClass("dev.durin.it.variant.BasicHouse"),
                        other("limited", Map.of("durin.throttle.rate", "2/h", "durin.throttle.headers", "false")),
                        other(
                                "addresses",
                                Map.of(
                                        "durin.throttle.anonymous-rate", "2/h",
                                        "durin.throttle.login-rate", "3/h",
                                        "durin.throttle.bad-token-rate", "2/h")),
                        other("own-counter", Map.of("durin.throttle.rate", "2/h"))
                                .addClass("dev.durin.it.variant.OwnCounter"),
                        other("one-of-two", Map.of("durin.throttle.rate", "20/h"))
                                .addClass("dev.durin.it.variant.SharedRateCounter"),
                        other("other-of-two", Map.of("durin.throttle.rate", "20/h"))
                                .addClass("dev.durin.it.variant.SharedRateCounter"),
                        Deployments.application("cors").addClass("dev.durin.it.variant.CorsFilter"),
                        Deployments.application("listed")
                                .deleteClass("dev.durin.it.app.TestApplication")
                                .addClass("dev.durin.it.variant.ListedApplication"),
                        other(
                                "bad-values",
                                Map.of(
                                        "durin.token.ttl", "0",
                                        "durin.token.length", "62",
                                        "durin.secret-key", "c2hvcnQ=",
                                        "durin.clients.web.token-ttl", "-1h")),
                        other("no-data-source", Map.of("durin.datasource", "java:app/jdbc/absent")),
                        other("no-key", Map.of("durin.secret-key", "")),
                        Deployments.application("static-guard").addClass("dev.durin.it.faulty.StaticGuard"),
                        Deployments.application("plain-helper").addClass("dev.durin.it.faulty.PlainHelper"),
                        Deployments.application("guarded-locator").addClass("dev.durin.it.faulty.GuardedLocator"),
                        Deployments.application("produced").addClass("dev.durin.it.faulty.ProducedMechanism"),
                        Deployments.application("produced-guard")
                                .addClass("dev.durin.it.faulty.ProducedGuard")
                                .addClass("dev.durin.it.faulty.ProducedGuard$Guarded"),
                        other(
                                        "limited-open",
                                        Map.of(
                                                "durin.trusted-proxies", "",
                                                "durin.throttle.login-rate", "",
                                                "durin.throttle.bad-token-rate", ""))
                                .deleteClass("dev.durin.it.app.LimitedResource")
                                .addClass("dev.durin.it.faulty.LimitedOpen"),
                        Deployments.application("limited-badly").addClass("dev.durin.it.faulty.LimitedBadly"),
                        Deployments.application("limited-bean").addClass("dev.durin.it.faulty.LimitedBean"),
                        Deployments.application("no-bean").addClass("dev.durin.it.faulty.NoBean"),
                        Deployments.application("two-clocks").addClass("dev.durin.it.faulty.SecondTime")));
    }

    private static WebArchive other(String name, Map<String, String> changes) {
        return Deployments.application(name, Deployments.settings(changes));
    }

    /** The server's own embedded database, and not one setting but a client. */
    private static WebArchive embedded() {
        return ShrinkWrap.create(WebArchive.class, "embedded.war")
                .addPackages(true, "dev.durin.it.app")
                .deleteClass("dev.durin.it.app.HostTransactionResource")
                .deleteClass("dev.durin.it.app.PlatformResource")
                .deleteClass("dev.durin.it.app.ForgettingResource")
                .deleteClass("dev.durin.it.app.LimitedResource")
                .addAsLibraries(new File(System.getProperty("durin.jar")))
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                .addAsResource(
                        new StringAsset("durin.clients.web.enabled=true"), "META-INF/microprofile-config.properties");
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void beginAnew() {
        database.rows("DELETE FROM durin_token");
        for (String application : List.of("plain", "chatty", "rotating")) {
            server.api(application).postForm("api/test/reset", Map.of("value", ""));
        }
    }

    @Test
    void loginUserThenTheAnswerHasTheUser() {
        Answer answer = server.api("chatty").login("alice", "web");

        assertThat(answer.json().keySet()).containsExactly("expiry", "token", "user");
        assertThat(answer.json().getJsonObject("user").getString("username")).isEqualTo("alice");
    }

    @Test
    void expiryFormatThenLoginAndRefreshUseItAndSessionsDoNot() {
        Api api = server.api("chatty");
        Answer login = api.login("alice", "web");

        assertThat(login.json().getString("expiry")).matches("\\d\\d:\\d\\d \\d\\d/\\d\\d/\\d\\d");
        assertThat(api.post("api/auth/refresh", login.token()).json().getString("expiry"))
                .matches("\\d\\d:\\d\\d \\d\\d/\\d\\d/\\d\\d");
        assertThat(api.get("api/auth/sessions", login.token())
                        .array()
                        .getJsonObject(0)
                        .getString("expiry"))
                .endsWith("Z");
    }

    @Test
    void loginRefreshThenASecondLoginRenewsTheSameToken() {
        Api api = server.api("chatty");
        String token = api.token("alice", "mobile");
        api.postForm("api/test/pass", Map.of("value", "P6D"));

        assertThat(api.token("alice", "mobile")).isEqualTo(token);

        api.postForm("api/test/pass", Map.of("value", "P2D"));
        assertThat(api.get("api/who/authenticated", token).status()).isEqualTo(200);
    }

    @Test
    void renewalThatWouldEndATokenThenItKeepsItsExpiry() {
        Api api = server.api("ended");
        Answer first = api.login("alice", "mobile");

        Answer second = api.login("alice", "mobile");

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(api.post("api/auth/refresh", first.token()).json().getString("expiry"))
                .isEqualTo(first.json().getString("expiry"));
        assertThat(api.get("api/who/authenticated", first.token()).status()).isEqualTo(200);
    }

    @Test
    void headerPrefixesThenEachIsAcceptedAndTheFirstIsTold() {
        Api api = server.api("chatty");
        String token = api.token("alice", "web");

        assertThat(api.send(api.request("api/who/authenticated").header("Authorization", "bearer " + token))
                        .status())
                .isEqualTo(200);
        assertThat(api.get("api/who/authenticated").header("WWW-Authenticate")).isEqualTo("Bearer realm=\"api\"");
    }

    @Test
    void apiAccessSettingsThenTokenIsShownAgainHiddenFromSessionsAndMayManage() {
        Api api = server.api("chatty");
        String login = api.token("alice", "web");
        String key = api.post("api/auth/apiaccess", login).token();

        assertThat(api.get("api/auth/apiaccess", login).token()).isEqualTo(key);
        assertThat(api.get("api/auth/sessions", login).array()).hasSize(1);
        assertThat(api.get("api/auth/sessions", key).status()).isEqualTo(200);
        String id = database.rows(
                        "SELECT t.id FROM durin_token t JOIN durin_client c ON c.id = t.client_id WHERE c.name = 'api'")
                .get(0)
                .get(0);
        assertThat(api.delete("api/auth/sessions/" + id, login).status()).isEqualTo(404);
    }

    @Test
    void prefixAndLengthThenTokensLookLikeIt() {
        Api api = server.api("prefixed");
        String token = api.token("alice", "web");

        assertThat(token).matches("acme_[0-9a-f]{96}");
        assertThat(api.get("api/who/authenticated", token).status()).isEqualTo(200);
        assertThat(api.get("api/who/authenticated", token.substring(5)).status())
                .isEqualTo(401);
    }

    @Test
    void keyRotationThenOldTokensLiveWhileTheirKeyDoes() {
        String old = server.api("plain").token("alice", "mobile");

        assertThat(server.api("rotating").get("api/who/authenticated", old).status())
                .isEqualTo(200);
        assertThat(server.api("rotating").token("alice", "mobile")).isEqualTo(old);
        assertThat(server.api("rotated").get("api/who/authenticated", old).status())
                .isEqualTo(401);

        String fresh = server.api("rotating").token("bob", "mobile");
        assertThat(server.api("rotated").get("api/who/authenticated", fresh).status())
                .isEqualTo(200);
        assertThat(server.api("plain").get("api/who/authenticated", fresh).status())
                .isEqualTo(401);

        String replaced = server.api("rotated").token("alice", "mobile");
        assertThat(replaced).isNotEqualTo(old);
        assertThat(server.api("rotated").get("api/who/authenticated", replaced).status())
                .isEqualTo(200);
    }

    @Test
    void apiAccessWhenItsKeyIsGoneThen404AndANewOneCanBeIssued() {
        Api plain = server.api("plain");
        plain.post("api/auth/apiaccess", plain.token("alice", "web"));
        Api rotated = server.api("rotated");
        String login = rotated.token("alice", "web");

        assertThat(rotated.get("api/auth/apiaccess", login).status()).isEqualTo(404);
        assertThat(rotated.post("api/auth/apiaccess", login).status()).isEqualTo(201);
    }

    @Test
    void lastUsedIntervalOfZeroThenNothingIsRecorded() {
        Api api = server.api("prefixed");
        String token = api.token("alice", "web");
        long before = database.count("SELECT COUNT(*) FROM durin_usage");

        assertThat(api.get("api/auth/sessions", token).body()).contains("\"last_used\":null");

        api.postForm("api/test/write-uses", Map.of("value", ""));
        assertThat(database.count("SELECT COUNT(*) FROM durin_usage")).isEqualTo(before);
    }

    @Test
    void lastUsedIntervalThenWrittenByItself() {
        Api api = server.api("rotating");
        api.get("api/who/open", api.token("alice", "web"));

        Instant patience = Instant.now().plus(Duration.ofSeconds(60));
        while (database.count("SELECT COUNT(*) FROM durin_token WHERE last_used IS NOT NULL") == 0
                && Instant.now().isBefore(patience)) {
            Thread.onSpinWait();
        }

        assertThat(database.count("SELECT COUNT(*) FROM durin_token WHERE last_used IS NOT NULL"))
                .isPositive();
    }

    @Test
    void purgeIntervalThenAbandonedTokensGoByThemselves() {
        Api api = server.api("rotating");
        api.token("alice", "web");
        api.postForm("api/test/pass", Map.of("value", "P2D"));

        Instant patience = Instant.now().plus(Duration.ofSeconds(60));
        while (database.count("SELECT COUNT(*) FROM durin_token") > 0
                && Instant.now().isBefore(patience)) {
            Thread.onSpinWait();
        }

        assertThat(database.count("SELECT COUNT(*) FROM durin_token")).isZero();
        assertThat(api.postForm("api/test/events", Map.of("value", "")).body()).contains("source=PURGE");
    }

    @Test
    void endpointsOffThenOnlyTheMountedOneAnswers() {
        Api api = server.api("mounted");

        Answer login = api.postForm(
                "api/v2/sign-in", Map.of("username", "alice", "password", "alice-pass-1", "client", "web"));

        assertThat(login.status()).isEqualTo(200);
        assertThat(api.login("alice", "web").status()).isEqualTo(404);
        assertThat(api.get("api/auth/sessions", login.token()).status()).isEqualTo(404);
        assertThat(api.get("api/who/only-web", login.token()).status()).isEqualTo(200);
    }

    @Test
    void endpointsOffThenAMountedOneRefusesWhomItWouldRefuseUnderItsOwnPath() {
        Api api = server.api("mounted");
        String operator = mountedToken(api, "alice");
        String bob = mountedToken(api, "bob");
        String path = "api/v2/tokens/"
                + database.count("SELECT id FROM durin_token WHERE caller = 'bob' ORDER BY id DESC LIMIT 1");
        String scoped = mountedScopedToken(api, operator);

        assertThat(scopedCall(api, "GET", "api/who/authenticated", scoped)).isEqualTo(200);
        assertThat(mint(api, "TmpToken " + scoped, "GET /api/who").status()).isEqualTo(403);
        assertThat(scopedCall(api, "DELETE", path, scoped)).isEqualTo(403);
        assertThat(api.delete(path, bob).status()).isEqualTo(403);
        assertThat(api.get("api/who/authenticated", bob).status()).isEqualTo(200);
        assertThat(api.delete(path, operator).body()).isEqualTo("{\"tokens_ended\":1}");
        assertThat(api.get("api/who/authenticated", bob).status()).isEqualTo(401);
    }

    private static String mountedToken(Api api, String caller) {
        return api.postForm(
                        "api/v2/sign-in", Map.of("username", caller, "password", caller + "-pass-1", "client", "web"))
                .token();
    }

    /** One whose paths are those that it must not reach. */
    private static String mountedScopedToken(Api api, String token) {
        Answer made = mint(api, "Token " + token, "GET /api/who", "POST /api/v2/scoped", "DELETE /api/v2/tokens");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.token();
    }

    private static Answer mint(Api api, String authorization, String... operations) {
        String scope = Stream.of(operations)
                .map(operation -> operation.split(" "))
                .map(parts -> "{\"method\":\"" + parts[0] + "\",\"path\":\"" + parts[1] + "\"}")
                .collect(Collectors.joining(","));
        return api.send(api.request("api/v2/scoped")
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"scope\":[" + scope + "]}")));
    }

    private static int scopedCall(Api api, String method, String path, String token) {
        return api.send(api.request(path)
                        .header("Authorization", "TmpToken " + token)
                        .method(method, BodyPublishers.noBody()))
                .status();
    }

    @Test
    void endpointsOffThenWhatIsMalformedIsAnsweredByTheMountedOneAlone() {
        Api api = server.api("mounted");

        Answer own = api.send(api.request("api/auth/login").method("FOO", BodyPublishers.noBody()));
        Answer unknown = api.send(api.request("api/v2/sign-in").method("FOO", BodyPublishers.noBody()));
        Answer malformed = api.send(api.request("api/v2/sign-in").header("Accept", "///"));

        assertThat(own.status()).isEqualTo(404);
        assertThat(own.detail()).isEqualTo("Not found.");
        assertThat(unknown.status()).isEqualTo(405);
        assertThat(unknown.header("Allow")).isEqualTo("POST, OPTIONS");
        assertThat(malformed.status()).isEqualTo(400);
        assertThat(malformed.detail()).startsWith("The request could not be read.");
    }

    @Test
    void embeddedDatabaseWithoutAnySettingThenAKeyIsMadeAndTold() {
        Api api = server.api("embedded");

        assertThat(api.get("api/who/authenticated", api.token("alice", "web")).body())
                .isEqualTo("alice");
        assertThat(server.log()).contains("a key was made and kept in the embedded database");
    }

    @Test
    void storeThatTellsGroupsAtTheLoginAloneThenTheyStayWithItsTokens() {
        Api api = server.api("login-groups");
        String token = api.token("carol", "web");
        String key = api.post("api/auth/apiaccess", token).token();

        assertThat(api.get("api/who/admin", token).body()).isEqualTo("carol");
        assertThat(api.get("api/who/admin", key).body()).isEqualTo("carol");
        assertThat(database.rows("SELECT DISTINCT login_groups FROM durin_token"))
                .containsExactly(List.of("admin\nuser\n"));
    }

    /** What only the login said could outlive the right itself. */
    @Test
    void storeThatTellsOtherGroupsLaterThenThoseCount() {
        Api api = server.api("counted");
        String token = api.token("alice", "web");

        assertThat(api.get("api/who/admin", token).status()).isEqualTo(403);
    }

    @Test
    void storeThatIsMadeForEachLookupThenItIsNotLookedUpForEachRequest() {
        Api api = server.api("counted");
        String token = api.token("alice", "web");
        api.get("api/who/authenticated", token);
        String made = api.get("api/count").body();

        for (int request = 0; request < 50; request++) {
            assertThat(api.get("api/who/authenticated", token).status()).isEqualTo(200);
        }

        assertThat(api.get("api/count").body()).isEqualTo(made);
    }

    @Test
    void storeThatTellsGroupsAtAnyTimeThenNoneAreKept() {
        server.api("plain").token("root", "web");

        assertThat(database.rows("SELECT login_groups FROM durin_token")).containsExactly(List.of(""));
    }

    @Test
    void applicationListsItsClassesThenRefusalsAreStillAnswered() {
        Api api = server.api("listed");
        String cli = api.token("alice", "cli");

        assertThat(api.get("api/who/only-web").status()).isEqualTo(401);
        assertThat(api.get("api/who/only-web", cli).status()).isEqualTo(403);
        assertThat(api.get("api/who/bean", cli).status()).isEqualTo(403);
        assertThat(api.get("api/who/bean", cli).detail())
                .isEqualTo("You do not have permission to perform this action.");
        assertThat(api.get("api/who/bean", api.token("alice", "web")).body()).isEqualTo("through the bean");
    }

    @Test
    void unknownSettingThenAWarningWithTheNearestOne() {
        assertThat(server.log())
                .contains(
                        "durin.token.ttll is no setting of Durin's and has no effect; the nearest one is durin.token.ttl");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bad-values",
                "no-data-source",
                "no-key",
                "static-guard",
                "plain-helper",
                "guarded-locator",
                "produced",
                "limited-open",
                "limited-badly",
                "limited-bean",
                "no-bean",
                "two-clocks"
            })
    void faultyApplicationThenItIsNotDeployed(String application) {
        assertThat(server.api(application).get("api/who/open").status()).isEqualTo(404);
    }

    @Test
    void startThenOneBlockSaysWhatIsInUse() {
        assertThat(server.log())
                .containsPattern("""
                        Durin is ready: version 0\\.1\\.0\\S*
                          entry: MECHANISM, the container knows the caller of a token .*
                          database: (H2 2|PostgreSQL 17|.*MariaDB).* by java:app/jdbc/durin, tables at version 9
                          keys: 1, the first of durin.secret-key makes tokens
                          clients: \\d+ \\(api, .*
                          groups: asked for when a token is looked up
                          cache: for PT1M, of 100000 tokens at most
                          other nodes: what they end is read every PT1S; while it cannot be, tokens are looked up \
                        again after PT10S
                          last use and use counts: written every PT24H""")
                .containsPattern("  last use and use counts: not recorded")
                .containsPattern("  entry: FILTER, JAX-RS and the SecurityContext know .*\n")
                .containsPattern("  keys: 2, the first of durin.secret-key makes tokens\n")
                .containsPattern("  keys: 1, the first of the table durin_key makes tokens\n")
                .containsPattern("  groups: as they were at the login, ");
    }

    @Test
    void startWhenSomethingWasHardlyMeantThenWarningsSayWhatToSet() {
        assertThat(server.log())
                .contains(
                        "The key that makes tokens is in the database, in the table durin_key: whoever reads it can make"
                                + " tokens. In production set durin.secret-key.")
                .containsPattern("The clock of the database is -3[56]\\d\\d seconds ahead of this node's")
                .contains(
                        "durin.token.ttll is no setting of Durin's and has no effect; the nearest one is durin.token.ttl");
    }

    @Test
    void filterBesideBasicThenTokensAndPasswordsBothWork() {
        Api api = server.api("beside-basic");
        String token = api.token("alice", "web");

        assertThat(api.get("api/who/only-web", token).body()).isEqualTo("alice");
        assertThat(api.get("api/who/jakarta-security", token).body()).isEqualTo("alice user:true admin:false");
        assertThat(api.get("api/who/admin", token).status()).isEqualTo(403);
        assertThat(withPassword(api, "api/who/admin", "root").body()).isEqualTo("nobody");
        assertThat(withPassword(api, "api/who/admin", "alice").status()).isEqualTo(403);
        assertThat(withPassword(api, "secured/who", "alice").body()).isEqualTo("alice none true");
        assertThat(withPassword(api, "api/who/only-web", "alice").detail())
                .as("a password is no client's token")
                .isEqualTo("Authentication credentials were not provided.");
        assertThat(api.get("api/who/open", "0".repeat(64)).detail()).isEqualTo("Invalid token.");
        assertThat(api.get("secured/who", token).status()).isEqualTo(401);
        assertThat(api.get("api/who/admin").status()).isEqualTo(401);
    }

    private static Answer withPassword(Api api, String path, String caller) {
        String credentials = Base64.getEncoder()
                .encodeToString((caller + ":" + caller + "-pass-1").getBytes(StandardCharsets.UTF_8));
        return api.send(api.request(path).header("Authorization", "Basic " + credentials));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            durin.token.ttl=0: a lifetime must be longer than zero
            durin.token.length=62: it must be a whole number from 64 to 96; such as durin.token.length=64
            durin.secret-key=(not shown): each key must have at least 32 bytes, one has 5
            durin.clients.web.token-ttl=-1h: it must be a duration
            durin.datasource=java:app/jdbc/absent: there is no data source by this JNDI name
            durin.secret-key is not set, and this database is not embedded
            An annotation of Durin's on public static java.lang.String dev.durin.it.faulty.StaticGuard.unreachable() would have no effect
            An annotation of Durin's on public java.lang.String dev.durin.it.faulty.PlainHelper.secret() would have no effect
            The roles that are demanded for public dev.durin.it.faulty.GuardedLocator$Below dev.durin.it.faulty.GuardedLocator.below() would not be looked at
            so Durin must not add its own: set durin.entry=filter, or durin.entry=none and call TokenAuthentication from yours
            would have no effect on what dev.durin.it.faulty.ProducedGuard produces
            An annotation of Durin's on dev.durin.it.faulty.NoBean would have no effect
            @RateLimited for dev.durin.it.faulty.LimitedOpen.read would not be counted: requests without a token come here, too
            @RateLimited("10/fortnight") for dev.durin.it.faulty.LimitedBadly.read: a rate is a number, a slash and one of s, m, h, d, such as 100/h
            @RateLimited for dev.durin.it.faulty.LimitedBean would not be counted: the class is no JAX-RS resource with a @Path
            Durin needs at most one bean of dev.durin.spi.TimeSource, the application has several
            """)
    void faultyApplicationThenTheLogSaysWhatIsWrong(String sentence) { // B4.36
        assertThat(server.log()).contains(sentence);
    }

    @Test
    void freshKeyInTheRefusalThenItCanBeUsedAsItIs() {
        String log = server.log();
        int at = log.indexOf("durin.secret-key=", log.indexOf("and this database is not embedded"));

        String key = log.substring(at + "durin.secret-key=".length(), log.indexOf('\n', at));

        assertThat(java.util.Base64.getDecoder().decode(key)).hasSize(32);
    }

    @Test
    void pageOfAnotherOriginThenItMayAskAndReadTheRefusals() {
        Api api = server.api("cors");
        String cli = api.token("alice", "cli");

        Answer preflight = api.send(api.request("api/who/only-web")
                .header("Origin", "https://app.example")
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "authorization")
                .method("OPTIONS", BodyPublishers.noBody()));
        Answer without = api.send(api.request("api/who/only-web").header("Origin", "https://app.example"));
        Answer refused = api.send(api.request("api/who/only-web")
                .header("Origin", "https://app.example")
                .header("Authorization", "Token " + cli));
        Answer stranger = api.send(api.request("api/who/only-web").header("Origin", "https://else.example"));

        assertThat(preflight.status()).isEqualTo(204);
        assertThat(preflight.header("Access-Control-Allow-Headers")).contains("Authorization");
        assertThat(without.status()).isEqualTo(401);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(List.of(preflight, without, refused))
                .allMatch(answer -> answer.header("Access-Control-Allow-Origin").equals("https://app.example"));
        assertThat(stranger.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void preflightThenAnswered() {
        Api api = server.api("plain");

        Answer answer = api.send(api.request("api/auth/logout")
                .header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "POST")
                .method("OPTIONS", BodyPublishers.noBody()));

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void rateOfTheSiteThenItHoldsForClientsWithoutOneOfTheirOwn() {
        Api api = server.api("limited");
        String web = api.token("alice", "web");
        String mobile = api.token("alice", "mobile");
        api.postForm("api/test/stop-time", Map.of("value", Instant.now().toString()));

        List<Answer> answers = List.of(
                api.get("api/who/authenticated", web),
                api.get("api/auth/sessions", web),
                api.get("api/who/authenticated", web));

        assertThat(answers).extracting(Answer::status).containsExactly(200, 200, 429);
        assertThat(answers).allMatch(answer -> answer.header("RateLimit").isEmpty());
        assertThat(answers.get(2).header("Retry-After")).isEqualTo("3600");
        assertThat(List.of(1, 2, 3))
                .allMatch(n -> api.get("api/auth/sessions", mobile).status() == 200);
    }

    @Test
    void rateOfTheSiteThenItHoldsForCallersWithScopedTokensOfNoClient() {
        Api api = server.api("limited");
        String web = api.token("bob", "web");
        String scoped = api.postForm("api/test-scoped/issue", Map.of("value", "bob\nGET /api/who"))
                .body()
                .split(" ", -1)[0];
        api.postForm("api/test/stop-time", Map.of("value", Instant.now().toString()));

        List<Integer> statuses = IntStream.range(0, 3)
                .map(n -> api.send(api.request("api/who/authenticated").header("Authorization", "TmpToken " + scoped))
                        .status())
                .boxed()
                .toList();
        assertThat(statuses).containsExactly(200, 200, 429);
        assertThat(api.get("api/who/authenticated", web).status()).isEqualTo(200);
    }

    @Test
    void cachedTokenOfAnotherKeyThenNotAnsweredForIt() { // B3.27
        Api api = server.api("rotating");
        String good = api.token("alice", "web");
        String byTheOtherKey =
                TestTokens.text(good.substring(0, 32), Base64.getDecoder().decode(Deployments.SECRET_KEY));
        assertThat(api.get("api/who/authenticated", good).status()).isEqualTo(200);

        assertThat(api.get("api/who/authenticated", byTheOtherKey).detail()).isEqualTo("Invalid token.");
        assertThat(api.get("api/who/authenticated", good).status()).isEqualTo(200);
    }

    private static Answer from(String address, Api api, String path, String token) {
        HttpRequest.Builder request = api.request(path).header("X-Forwarded-For", address);
        return api.send(token.isEmpty() ? request : request.header("Authorization", "Token " + token));
    }

    /** From an address of its own, so that this counts for nobody. */
    private static Answer control(Api api, String what, String value, int address) {
        return api.send(api.request("api/test/" + what)
                .header("X-Forwarded-For", "192.0.2." + address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("value=" + Api.encode(value))));
    }

    private static Answer loginFrom(String address, Api api, String password) {
        return api.send(api.request("api/auth/login")
                .header("X-Forwarded-For", address)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        "{\"username\":\"alice\",\"password\":\"" + password + "\",\"client\":\"web\"}")));
    }

    @Test
    void anonymousRateThenEachAddressHasItsOwn() { // B8.75
        Api api = server.api("addresses");
        control(api, "stop-time", "2027-01-01T00:00:00Z", 1);

        assertThat(from("203.0.113.1", api, "api/who/open", "").header("RateLimit"))
                .isEqualTo("\"requests\";r=1;t=3600");
        assertThat(from("203.0.113.1", api, "api/who/open", "").status()).isEqualTo(200);
        Answer refused = from("203.0.113.1", api, "api/who/open", "");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("3600");
        assertThat(from("198.51.100.9, 203.0.113.1", api, "api/who/open", "").status())
                .as("what stands further left was made up")
                .isEqualTo(429);
        assertThat(from("203.0.113.2", api, "api/who/open", "").status()).isEqualTo(200);
        assertThat(from(
                                "203.0.113.1",
                                api,
                                "api/who/open",
                                loginFrom("203.0.113.3", api, "alice-pass-1").token())
                        .status())
                .as("a token is counted elsewhere")
                .isEqualTo(200);
    }

    @Test
    void badTokensThenTheirAddressIsToldToWaitAndGoodOnesPass() { // B8.78
        Api api = server.api("addresses");
        control(api, "stop-time", "2027-01-01T00:00:00Z", 2);
        String good = loginFrom("203.0.113.10", api, "alice-pass-1").token();

        List<Integer> statuses = Stream.generate(() -> from("2001:db8::1", api, "api/who/open", "0".repeat(64)))
                .limit(3)
                .map(Answer::status)
                .toList();
        Answer refused = from("2001:db8::2", api, "api/who/authenticated", "0".repeat(64));
        Answer secured = from("2001:db8::3", api, "secured/who", "0".repeat(64));

        assertThat(statuses).containsExactly(401, 401, 429);
        assertThat(refused.status())
                .as("another address of the same subscriber")
                .isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("3600");
        assertThat(refused.header("RateLimit")).isEqualTo("\"requests\";r=0;t=3600");
        assertThat(refused.header("WWW-Authenticate")).isEmpty();
        assertThat(secured.status()).isEqualTo(429);
        assertThat(secured.header("Retry-After")).isEqualTo("3600");
        assertThat(from("2001:db8::1", api, "api/who/authenticated", good).body())
                .isEqualTo("alice");
        assertThat(from("2001:db8:0:1::1", api, "api/who/open", "0".repeat(64)).status())
                .isEqualTo(401);
    }

    @Test
    void loginsThenTheirAddressIsToldToWaitBeforeThePasswordIsLookedAt() {
        Api api = server.api("addresses");
        control(api, "stop-time", "2027-01-01T00:00:00Z", 3);
        List<Integer> statuses = Stream.of("wrong", "alice-pass-1", "wrong", "alice-pass-1")
                .map(password -> loginFrom("203.0.113.20", api, password).status())
                .toList();

        assertThat(statuses).containsExactly(400, 200, 400, 429);
        Answer refused = loginFrom("203.0.113.20", api, "alice-pass-1");
        assertThat(refused.detail()).isEqualTo("Request was throttled. Expected available in 3600 seconds.");
        assertThat(refused.header("Retry-After")).isEqualTo("3600");
        assertThat(loginFrom("203.0.113.21", api, "alice-pass-1").status()).isEqualTo(200);
    }

    @Test
    void tooManyThenTheEventSaysWhoAndHowMany() {
        Api api = server.api("addresses");
        for (int request = 0; request < 4; request++) {
            from("203.0.113.30", api, "api/who/open", "");
            from("203.0.113.30", api, "api/who/open", "0");
            loginFrom("203.0.113.30", api, "x");
        }

        String events = control(api, "events", "", 4).body();
        assertThat(events.lines().filter(line -> line.contains("remoteAddress=203.0.113.30, rate=")))
                .allMatch(line -> line.contains("caller=, client=, "))
                .extracting(line -> line.substring(0, line.indexOf(',')))
                .containsExactly(
                        "RateLimited[kind=ANONYMOUS_REQUESTS",
                        "RateLimited[kind=BAD_TOKENS",
                        "RateLimited[kind=ANONYMOUS_REQUESTS",
                        "RateLimited[kind=BAD_TOKENS",
                        "RateLimited[kind=LOGINS");
    }

    @Test
    void counterThatAllServersShareThenExactWithAllOfThem() throws Exception {
        database.rows("CREATE TABLE rate_stripe (id INT PRIMARY KEY, turns BIGINT NOT NULL)");
        database.rows("CREATE TABLE rate_pass (name VARCHAR(600) NOT NULL, passed BIGINT NOT NULL)");
        database.rows("INSERT INTO rate_stripe (id, turns) SELECT x - 1, 0 FROM " + database.numbers(64));
        List<Api> both = List.of(server.api("one-of-two"), server.api("other-of-two"));
        String token = both.get(0).token("alice", "web");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> calls = new ArrayList<>();
            for (int call = 0; call < 48; call++) {
                Api api = both.get(call % 2);
                calls.add(() -> api.get("api/who/authenticated", token).status());
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> status : threads.invokeAll(calls)) {
                statuses.add(status.get());
            }
            assertThat(statuses).containsOnly(200, 429);
            assertThat(statuses).filteredOn(status -> status == 200).hasSize(20);
            assertThat(both.get(1).get("api/who/authenticated", token).header("Retry-After"))
                    .matches("3[56]\\d\\d");
        } finally {
            threads.shutdownNow();
            database.rows("DROP TABLE rate_stripe");
            database.rows("DROP TABLE rate_pass");
        }
    }

    @Test
    void counterOfTheApplicationsThenItDecidesAndItsFailureLetsPass() {
        Api api = server.api("own-counter");

        Answer refused = api.get("api/who/authenticated", api.token("alice", "web"));
        Answer passed = api.get("api/who/authenticated", api.token("bob", "web"));

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("2");
        assertThat(passed.status()).isEqualTo(200);
        assertThat(server.log()).contains("A request could not be counted and passes");
    }
}
