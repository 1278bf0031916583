package dev.durin.it;

import static dev.durin.it.AtOnce.atOnce;
import static dev.durin.it.RegistrationNode.BASE;
import static dev.durin.it.RegistrationNode.PASSWORD;
import static dev.durin.it.RegistrationNode.mail;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Base64;
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
 * Scoped tokens of callers whose accounts Durin keeps. Two applications on one database stand for two nodes, which know tokens
 * as good for an hour; in a third one nobody has a name but by an account.
 */
@Tag("host-variants")
class ScopedAccountsIT {

    private static final TestDatabase DATABASE = Databases.current();
    private static final String NAME = "scoped_accounts";
    private static final String PATH = "api/echo/foo";
    private static final String OTHER = "quite another 8";

    private static ServerProcess server;
    private static RegistrationNode a;
    private static RegistrationNode b;
    private static RegistrationNode alone;

    @BeforeAll
    static void startServer() throws IOException {
        DATABASE.create(NAME);
        server = TestServer.current()
                .startWithMail(
                        "scoped-accounts",
                        List.of(
                                application("scoped-accounts-a"),
                                application("scoped-accounts-b"),
                                application("scoped-accounts-alone")
                                        .deleteClass("dev.durin.it.app.TestIdentityStore")));
        a = node("scoped-accounts-a");
        b = node("scoped-accounts-b");
        alone = node("scoped-accounts-alone");
    }

    private static WebArchive application(String name) {
        Map<String, String> settings = new TreeMap<>(Deployments.settings(Map.of(
                "durin.accounts.enabled", "true",
                "durin.accounts.password-iterations", "10000",
                "durin.accounts.base-url", BASE + "api/",
                "durin.registration.enabled", "true",
                "durin.registration.confirm", "true",
                "durin.registration.groups", "user",
                "durin.registration.beside-other-stores", "true",
                "durin.registration.rate", "unlimited",
                "durin.scoped.audience", "shop",
                "durin.token.cache-timeout", "1h")));
        // Where nobody listens: what is to be mailed stays in the table.
        settings.putAll(Map.of("durin.mail.host", "localhost", "durin.mail.port", "1"));
        settings.put("durin.mail.from", "shop@shop.example");
        return Deployments.application(name, settings, DATABASE.url(NAME))
                .addPackage("dev.durin.it.accounts")
                .addPackage("dev.durin.it.registration")
                .addClass("dev.durin.account.AccountDesk")
                .addClass("dev.durin.account.HashCount")
                .addClass("dev.durin.account.LinkReader");
    }

    private static RegistrationNode node(String application) {
        return new RegistrationNode(new NodeApi(server, application), DATABASE, NAME);
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void beginAnew() {
        for (String table : List.of("durin_mail", "durin_mailed_link", "durin_token", "durin_account")) {
            DATABASE.rowsOf(NAME, "DELETE FROM " + table);
        }
        Stream.of(a, b, alone).forEach(node -> {
            node.node().control("reset", "");
            node.node().control("read-feed", "");
        });
    }

    private static void create(String name) {
        assertThat(a.accounts("create", name, PASSWORD)).startsWith(name + " ACTIVE");
    }

    /** What comes of asking for a token in code: its text, or why there is none. */
    private static String issue(RegistrationNode node, String caller, String... more) {
        List<String> lines = new ArrayList<>(List.of(caller, "GET /api/echo"));
        lines.addAll(List.of(more));
        Answer answer = node.api().postForm("api/test-scoped/issue", Map.of("value", String.join("\n", lines)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body().contains(": ") ? answer.body() : answer.body().split(" ", -1)[0];
    }

    private static Answer get(RegistrationNode node, String token) {
        return node.api().send(node.api().request(PATH).header("Authorization", "TmpToken " + token));
    }

    private static int status(RegistrationNode node, String token) {
        return get(node, token).status();
    }

    /** One that both nodes know as good. */
    private static String known(String caller, String... more) {
        String token = issue(a, caller, more);
        assertGood(caller, token);
        return token;
    }

    private static void assertGood(String caller, String token) {
        for (RegistrationNode node : List.of(a, b)) {
            Answer answer = get(node, token);
            assertThat(answer.body()).isEqualTo("GET foo by " + caller);
        }
    }

    /** So that both nodes know something of it. */
    private static String used(String token) {
        status(a, token);
        status(b, token);
        return token;
    }

    private static long generation(String token) {
        byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(claims))) {
            return reader.readObject().getJsonNumber("generation").longValue();
        }
    }

    private static long generationOf(String caller) {
        return Long.parseLong(DATABASE.rowsOf(NAME, "SELECT generation FROM durin_caller WHERE caller = ?", caller)
                .get(0)
                .get(0));
    }

    /** At once on the node that did it, and on the other one when it has heard of it. */
    private static void assertEnded(RegistrationNode by, String token) {
        assertThat(status(by, token)).as("where it was ended").isEqualTo(401);
        RegistrationNode other = by == a ? b : a;
        other.node().control("read-feed", "");
        assertThat(status(other, token)).as("on the other node").isEqualTo(401);
    }

    private static void read(RegistrationNode node) {
        node.node().control("read-feed", "");
    }

    private static Answer send(RegistrationNode node, String method, String path, String token, String body) {
        return node.api()
                .send(node.api()
                        .request(path)
                        .header("Authorization", token)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body)));
    }

    private static String session(RegistrationNode node, String name) {
        return node.login(name).token();
    }

    /** B9.83 */
    @Test
    void disabledThenEndedAndNotAliveAgainWhenEnabled() {
        create("dora");
        String token = known("dora");

        b.accounts("disable", "dora", "");
        assertEnded(b, token);
        String meanwhile = issue(a, "dora");
        assertThat(get(a, meanwhile).detail()).isEqualTo("User inactive or deleted.");
        a.accounts("enable", "dora", "");
        read(b);

        assertEnded(a, token);
        assertEnded(a, meanwhile);
        assertGood("dora", issue(b, "dora"));
    }

    /** B9.83: what was made when nobody had the name is of no use to whoever has it next, nor is what was known of it. */
    @Test
    void deletedThenEndedAlsoForTheNextOfThatName() {
        create("dora");
        String token = known("dora");

        a.accounts("delete", "dora", "");
        assertEnded(a, token);
        String ofNobody = known("dora");
        b.accounts("create", "dora", PASSWORD);

        assertEnded(b, token);
        assertEnded(b, ofNobody);
        assertGood("dora", issue(a, "dora"));
    }

    /** B9.83 */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void neverConfirmedThenOfNoUseToTheNextOfThatName(boolean purged) {
        a.registered("dora");
        String pending = issue(a, "dora");
        assertThat(get(a, pending).detail()).isEqualTo("User inactive or deleted.");
        assertThat(status(b, pending)).isEqualTo(401);

        DATABASE.rowsOf(NAME, "UPDATE durin_account SET unconfirmed_until = 1");
        if (purged) {
            a.desk("purge", Map.of());
            assertThat(a.account("dora")).isEmpty();
            assertEnded(a, pending);
        }
        String ofNobody = issue(a, "dora");
        assertThat(b.confirm(b.registered("dora")).status()).isEqualTo(200);

        assertEnded(b, pending);
        assertEnded(b, ofNobody);
        assertThat(b.login("dora").status()).isEqualTo(200);
        assertGood("dora", issue(a, "dora"));
    }

    /** One that was made for a pending account is that caller's still, once the address is confirmed. */
    @Test
    void confirmedThenGoodFromThenOn() {
        String link = a.registered("dora");
        String token = issue(a, "dora");
        assertThat(status(b, token)).isEqualTo(401);

        assertThat(b.confirm(link).status()).isEqualTo(200);

        assertGood("dora", token);
    }

    /** B5.44, B9.83 */
    @ParameterizedTest
    @CsvSource({
        "password, ended",
        "password-keeping one, ended",
        "password-keeping all, good",
        "endpoint, ended",
        "endpoint keeping, good",
        "reset, ended"
    })
    void passwordChangedThenEndedUnlessAllAreKept(String how, String then) {
        a.confirm(a.registered("dora"));
        String token = known("dora");
        String child = known("dora", "parent " + session(a, "dora"));

        changePassword(how);

        if (then.equals("ended")) {
            assertEnded(b, token);
            assertEnded(b, child);
        } else {
            read(a);
            assertGood("dora", token);
            assertGood("dora", child);
        }
        assertThat(a.login("dora").status()).isEqualTo(400);
        assertThat(a.api().login("dora", OTHER, "web").status()).isEqualTo(200);
        assertGood("dora", issue(a, "dora"));
    }

    private static void changePassword(String how) {
        Answer answer =
                switch (how) {
                    case "password" ->
                        b.api().postForm("api/accounts/password", Map.of("name", "dora", "value", OTHER));
                    case "password-keeping one", "password-keeping all" ->
                        b.api()
                                .postForm(
                                        "api/accounts/password-keeping",
                                        Map.of(
                                                "name",
                                                "dora",
                                                "value",
                                                OTHER,
                                                "kept",
                                                how.endsWith("all") ? "all" : "0"));
                    case "reset" ->
                        b.api()
                                .postForm(
                                        "api/auth/account/reset/" + b.token("dora", "PASSWORD", mail("dora")),
                                        Map.of("new_password", OTHER));
                    default ->
                        send(
                                b,
                                "POST",
                                "api/auth/account/password",
                                "Token " + session(b, "dora"),
                                Json.createObjectBuilder()
                                        .add("password", PASSWORD)
                                        .add("new_password", OTHER)
                                        .add("keep_sessions", how.endsWith("keeping"))
                                        .build()
                                        .toString());
                };
        assertThat(answer.status()).as(answer.body()).isIn(200, 204);
    }

    /** B9.84 */
    @ParameterizedTest
    @ValueSource(strings = {"logout", "session", "logoutall", "logoutothers"})
    void tokenThatItWasMadeWithEndedThenEnded(String how) {
        create("dora");
        String parent = session(a, "dora");
        String other = session(b, "dora");
        String body = "{\"scope\":[{\"method\":\"GET\",\"path\":\"/api/echo\"}]}";
        String minted =
                send(a, "POST", "api/auth/scoped", "Token " + parent, body).token();
        String issued = issue(b, "dora", "parent " + parent);
        String ofNone = known("dora");
        assertGood("dora", minted);
        assertGood("dora", issued);

        Answer answer =
                switch (how) {
                    case "logout" -> b.api().post("api/auth/logout", parent);
                    case "session" -> b.api().delete("api/auth/sessions/" + id(parent), other);
                    default -> b.api().post("api/auth/" + how, other);
                };

        assertThat(answer.status()).isEqualTo(204);
        assertEnded(b, minted);
        assertEnded(b, issued);
        if (how.equals("logoutall")) {
            assertEnded(b, ofNone);
        } else {
            assertGood("dora", ofNone);
        }
    }

    private static String id(String token) {
        return DATABASE.rowsOf(NAME, "SELECT id FROM durin_token WHERE selector = ?", token.substring(0, 32))
                .get(0)
                .get(0);
    }

    /** A caller of the application's store had the name. */
    @Test
    void accountOfANameThatAnotherStoreKnowsThenWhatWasMadeBeforeHasEnded() {
        String token = known("alice");

        b.accounts("create", "alice", PASSWORD);

        assertEnded(b, token);
        assertGood("alice", issue(a, "alice"));
    }

    @Test
    void accountThatDoesNotComeToBeThenNothingHasEnded() {
        create("dora");
        String doras = known("dora");
        String bobs = known("bob");
        a.node().control("rolling-back-event", "AccountChanged");

        assertThat(a.register("bob").status()).isEqualTo(503);
        assertThat(b.register("dora").status()).isEqualTo(400);
        assertThat(b.accounts("create", "dora", PASSWORD)).startsWith("name: There is an account");

        read(a);
        read(b);
        assertGood("bob", bobs);
        assertGood("dora", doras);
    }

    /** Each was made either before, and has ended, or after; on both nodes the same, whatever they knew of it. */
    @Test
    void issuedWhileTheAccountComesToBeThenBothNodesAgree() throws Exception {
        for (int round = 0; round < 10; round++) {
            String name = "crowd" + round;
            String before = known(name);

            List<String> answers = atOnce(
                    6,
                    n -> n == 0
                            ? a.accounts("create", name, PASSWORD)
                            : IntStream.range(0, 5)
                                    .mapToObj(time -> used(issue(n % 2 == 0 ? a : b, name)))
                                    .reduce("", (all, one) -> all + " " + one)
                                    .strip());

            assertThat(answers.get(0)).startsWith(name + " ACTIVE");
            assertEnded(a, before);
            for (String tokens : answers.subList(1, 6)) {
                for (String token : tokens.split(" ", -1)) {
                    int expected = generation(token) == generationOf(name) ? 200 : 401;
                    assertThat(status(a, token)).isEqualTo(status(b, token)).isEqualTo(expected);
                }
            }
            assertGood(name, issue(b, name));
        }
    }

    /** Where all callers have accounts, whoever has none is nobody. */
    @Test
    void issueForWhoHasNoAccountThenRefusedWhereAllHaveOne() {
        String refused = "caller: There is no account with this name.";
        assertThat(issue(alone, "dora")).isEqualTo(refused);
        assertThat(status(a, issue(a, "dora")))
                .as("where others may have the name")
                .isEqualTo(200);

        alone.accounts("create", "dora", PASSWORD);
        read(a);
        String token = issue(alone, "dora");
        assertThat(status(alone, token)).isEqualTo(200);
        assertThat(issue(alone, "Dora")).isEqualTo(refused);
        assertThat(issue(alone, "dora", "parent " + session(alone, "dora"))).startsWith("eyJ");
        alone.accounts("delete", "dora", "");

        assertThat(issue(alone, "dora")).isEqualTo(refused);
        assertThat(status(alone, token)).isEqualTo(401);
        assertThat(alone.node().events("ScopedTokenIssued")).hasSize(2);
    }

    /** B9.87 */
    @ParameterizedTest
    @CsvSource({"GET, api/auth/account", "POST, api/auth/account/password", "POST, api/auth/account/email"})
    void ownAccountThenNoScopedTokenOpensIt(String method, String path) {
        create("dora");
        String session = session(a, "dora");
        String token = issue(a, "dora", method + " /", "parent " + session);
        String body =
                "{\"password\":\"" + PASSWORD + "\",\"new_password\":\"" + OTHER + "\",\"email\":\"x@y.example\"}";

        Answer answer = send(a, method, path, "TmpToken " + token, method.equals("GET") ? "" : body);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("WWW-Authenticate")).contains("insufficient_scope");
        assertThat(a.login("dora").status()).isEqualTo(200);
        assertThat(a.account("dora")).isEqualTo("ACTIVE null null");
    }
}
