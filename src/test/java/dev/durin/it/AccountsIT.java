package dev.durin.it;

import static dev.durin.it.AtOnce.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Accounts that Durin keeps, beside the identity store of the application. Two applications on one database stand for two
 * nodes, which know tokens as good for an hour; a third one has no accounts.
 */
@Tag("host-variants")
class AccountsIT {

    private static final TestDatabase DATABASE = Databases.current();
    private static final String NAME = "accounts";
    private static final String TURNED = "accounts_turned";
    private static final List<String> SCRIPTS = List.of(
            "V1__clients_tokens_keys",
            "V2__declared_clients",
            "V3__usage",
            "V4__revocations",
            "V5__limits",
            "V6__accounts",
            "V7__mail");
    private static final String PASSWORD = "zebra-Crossing 7";
    private static final long ITERATIONS = 10_000;
    private static final String DJANGO =
            "pbkdf2_sha256$1000$aSaltOfDjango$NvYdhsMXv1W6H+8eYZtBMUlbQwcIMLc366lg74t/sRE=";

    private static ServerProcess server;
    private static NodeApi a;
    private static NodeApi b;

    @BeforeAll
    static void startServer() throws IOException {
        DATABASE.create(NAME);
        DATABASE.create(TURNED);
        for (String script : SCRIPTS) {
            SchemaIT.apply(TURNED, script);
        }
        DATABASE.rowsOf(
                TURNED,
                "INSERT INTO durin_account (id, name, natural_name, password_hash, state, caller_groups, password_changed,"
                        + " created) VALUES (1, 'Dora', 'Dora', '!', 'ACTIVE', '', 0, 0)");
        Map<String, String> settings = Deployments.settings(Map.of(
                "durin.accounts.enabled", "true",
                "durin.accounts.case-insensitive-names", "true",
                "durin.accounts.password-iterations", String.valueOf(ITERATIONS),
                // So that a hundred at once may wait, however slowly they are hashed.
                "durin.accounts.parallel-hashes", "8",
                "durin.throttle.failed-logins", "5",
                "durin.token.cache-timeout", "1h"));
        Map<String, String> slow = new HashMap<>(settings);
        slow.put("durin.accounts.password-iterations", "1000000");
        slow.put("durin.accounts.parallel-hashes", "1");
        server = TestServer.current()
                .start(
                        "accounts",
                        List.of(
                                application("accounts-a", settings),
                                application("accounts-b", settings),
                                application("accounts-none", Deployments.settings(Map.of())),
                                application("accounts-slow", slow),
                                Deployments.application("accounts-turned", settings, DATABASE.url(TURNED))));
        a = new NodeApi(server, "accounts-a");
        b = new NodeApi(server, "accounts-b");
    }

    private static WebArchive application(String name, Map<String, String> settings) {
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
        DATABASE.rowsOf(NAME, "DELETE FROM durin_token");
        DATABASE.rowsOf(NAME, "DELETE FROM durin_account");
        Stream.of(a, b).forEach(node -> {
            node.control("reset", "");
            node.control("read-feed", "");
        });
    }

    private static String call(NodeApi node, String what, String name, String value) {
        return call(node, what, Map.of("name", name, "value", value));
    }

    private static String call(NodeApi node, String what, Map<String, String> fields) {
        return answer(node, what, fields).body();
    }

    private static Answer answer(NodeApi node, String what, Map<String, String> fields) {
        Answer answer = node.api().postForm("api/accounts/" + what, fields);
        assertThat(answer.status()).as(what + " " + answer.body()).isEqualTo(200);
        return answer;
    }

    private static void create(String name) {
        assertThat(call(a, "create", name, PASSWORD)).isEqualTo(name + " ACTIVE [user] - -");
    }

    private static Answer login(NodeApi node, String name, String password) {
        return node.api().login(name, password, "web");
    }

    /** As somebody behind another address. */
    private static Answer loginFrom(String address, String name, String password) {
        return loginFrom(address, a, name, password);
    }

    private static Answer loginFrom(String address, NodeApi node, String name, String password) {
        return node.api()
                .send(node.api()
                        .request("api/auth/login")
                        .header("X-Forwarded-For", address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(
                                "client=web&username=" + Api.encode(name) + "&password=" + Api.encode(password))));
    }

    private static String token(String name) {
        Answer answer = login(a, name, PASSWORD);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.token();
    }

    private static int status(NodeApi node, String token) {
        return node.status("api/who/authenticated", token);
    }

    private static long iterations() {
        return Long.parseLong(call(a, "iterations", "", ""));
    }

    private static String hash(String name) {
        return DATABASE.rowsOf(NAME, "SELECT password_hash FROM durin_account WHERE name = ?", name)
                .get(0)
                .get(0);
    }

    @Test
    void startThenSaidWhatIsKeptAndWarnedOfFewIterations() {
        assertThat(server.log())
                .contains("accounts: kept by Durin, with 10000 iterations for a password, ")
                .contains("durin.accounts.password-iterations=10000 lets whoever gets hold of the table")
                .contains("accounts: none of Durin's own");
    }

    @Test
    void startWhenNamesWereComparedOtherwiseThenNotDeployed() {
        assertThat(server.api("accounts-turned").get("api/who/open").status()).isEqualTo(404);
        assertThat(server.log())
                .contains(
                        "durin.accounts.case-insensitive-names=true: the account \"Dora\" was made with the other value.");
    }

    @Test
    void accountThenItsCallerLogsInBesideThoseOfTheApplication() {
        create("dora");

        String token = token("dora");

        assertThat(a.api().get("api/who/open", token).body()).isEqualTo("dora");
        assertThat(a.api().get("api/who/rest-security", token).body()).startsWith("dora user:true admin:false");
        assertThat(a.status("api/who/admin", token)).isEqualTo(403);
        assertThat(status(b, token)).isEqualTo(200);
        assertThat(a.api().get("api/who/open", a.api().token("alice", "web")).body())
                .isEqualTo("alice");
        assertThat(a.events("AccountChanged")).containsExactly("AccountChanged[caller=dora, what=CREATED]");
    }

    /** One answer, one status, and as many iterations as the hash of a good password has. B6.50, B6.53 */
    @ParameterizedTest
    @CsvSource({"unknown", "wrong", "pending", "disabled", "imported", "unusable", "long", "strange", "locked"})
    void loginWhenRefusedThenNothingTellsWhy(String why) {
        prepareRefusal(why);
        String expected = loginFrom("192.0.2.1", "nobody-at-all", PASSWORD).body();
        long before = iterations();

        Answer answer = loginFrom(
                "192.0.2.2",
                switch (why) {
                    case "long" -> "x".repeat(255);
                    case "strange" -> "rob\u0001\u2028in";
                    default -> "robin-" + why;
                },
                why.equals("wrong") || why.equals("imported") ? "not the password" : PASSWORD);

        assertThat(iterations() - before).isEqualTo(ITERATIONS);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo(expected).contains("Unable to log in with provided credentials.");
        assertThat(a.events("LoginFailed"))
                .last()
                .asString()
                .contains(why.equals("locked") ? "reason=LOCKED" : "reason=CREDENTIALS");
    }

    /** B6.51 */
    @ParameterizedTest
    @ValueSource(ints = {0, 4_000, 10_000})
    void loginWhenThePasswordIsEmptyOrLongThenNothingTellsWhoExists(int length) {
        List<String> names = List.of("robin-nobody", "robin-there", "robin-unusable", "robin-disabled");
        create("robin-there");
        prepareRefusal("unusable");
        prepareRefusal("disabled");

        List<String> told = names.stream()
                .map(name -> {
                    long before = iterations();
                    Answer answer = loginFrom("192.0.2.3", name, "x".repeat(length));
                    return answer.status() + " " + (iterations() - before) + " " + answer.body();
                })
                .distinct()
                .toList();

        assertThat(told).singleElement().asString().startsWith("400 ");
    }

    /** B6.52: nothing that is kept of somebody who was just there shortens what a wrong password takes. */
    @Test
    void loginWhenSomebodyWasJustThereThenTheWorkOfANameThatNobodyHas() {
        create("robin");
        assertThat(status(a, token("robin"))).isEqualTo(200);

        List<String> told = Stream.of("robin", "robin", "robin-nobody")
                .map(name -> {
                    long before = iterations();
                    Answer answer = loginFrom("192.0.2.4", name, "not the password");
                    return (iterations() - before) + " " + answer.status() + " " + answer.body();
                })
                .distinct()
                .toList();

        assertThat(told).singleElement().asString().startsWith(ITERATIONS + " 400 ");
    }

    /** B6.56: the names of clients are no secret; what is told of one tells nothing of name and password. */
    @Test
    void loginWhenThereIsNoSuchClientThenNameAndPasswordAreNotLookedAt() {
        create("robin");
        long before = iterations();

        List<Answer> answers = List.of(
                a.api().login("robin", PASSWORD, "unknown"),
                a.api().login("robin", "not the password", "unknown"),
                a.api().login("robin-nobody", PASSWORD, "unknown"));

        assertThat(answers).extracting(Answer::status).containsOnly(400);
        assertThat(answers).extracting(Answer::detail).containsOnly("No client with that name.");
        assertThat(iterations()).isEqualTo(before);
        assertThat(a.events("LoginFailed")).isEmpty();
    }

    private static void prepareRefusal(String why) {
        String name = "robin-" + why;
        switch (why) {
            case "pending" -> call(a, "create", Map.of("name", name, "value", PASSWORD, "state", "PENDING"));
            case "imported" -> call(a, "import", name, DJANGO);
            case "wrong", "disabled", "unusable", "locked" -> create(name);
            default -> {}
        }
        if (why.equals("disabled")) {
            call(a, "disable", name, "");
        } else if (why.equals("unusable")) {
            DATABASE.rowsOf(NAME, "UPDATE durin_account SET password_hash = '!' WHERE name = ?", name);
        } else if (why.equals("locked")) {
            a.control("stop-time", Instant.now().toString());
            for (int failure = 0; failure < 5; failure++) {
                loginFrom("192.0.2." + (10 + failure), name, "not the password");
            }
        }
    }

    @Test
    void fiftyCreateOneNameAtOnceThenOneDoesAndTheOthersAreTold() throws Exception {
        List<Answer> answers =
                atOnce(50, n -> answer(n % 2 == 0 ? a : b, "create", Map.of("name", "dora", "value", PASSWORD)));

        Map<String, Long> texts = answers.stream().collect(Collectors.groupingBy(Answer::body, Collectors.counting()));
        assertThat(texts)
                .isEqualTo(Map.of(
                        "dora ACTIVE [user] - -",
                        1L,
                        "name: There is an account with the name \"dora\" already.",
                        49L));
        assertThat(DATABASE.rowsOf(NAME, "SELECT name FROM durin_account")).hasSize(1);
        assertThat(a.events("AccountChanged").size()
                        + b.events("AccountChanged").size())
                .isEqualTo(1);
    }

    /** It was somebody's name before Durin knew of it. */
    @Test
    void importedWithANameThatNoNewAccountMayHaveThenTakenOverAndLogsIn() {
        assertThat(call(a, "import", "\u0639\u0644\u06cc\u200c\u0631\u0636\u0627", DJANGO))
                .endsWith(" ACTIVE [user] - -");

        assertThat(login(a, "\u0639\u0644\u06cc\u200c\u0631\u0636\u0627", "correct horse")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void importedWithAConfirmedAddressThenItIs() {
        assertThat(call(a, "import-confirmed", "dora", DJANGO))
                .isEqualTo("dora ACTIVE [user] old@example.com old@example.com");

        assertThat(call(a, "mail", "dora", "new@example.com"))
                .isEqualTo("dora ACTIVE [user] new@example.com old@example.com");
    }

    @Test
    void createWhenThePasswordDoesNotDoThenTheFieldIsNamed() { // B6.57
        assertThat(call(a, "create", "dora", "short")).isEqualTo("password: A password has at least 8 characters.");
        assertThat(call(a, "create", "dora-the-explorer", "Dora-the-Explorer"))
                .isEqualTo("password: A password must not be the name.");
        assertThat(call(a, "create", "dora", "password1")).isEqualTo("password: This password is too common.");
        assertThat(call(a, "create", "dora\0", PASSWORD))
                .isEqualTo("name: A name must not contain control characters.");
        assertThat(call(a, "find", "dora\0", "")).isEqualTo("none");
        assertThat(call(a, "create", "do\u200bra", PASSWORD))
                .isEqualTo("name: A name must not contain characters that cannot be seen, such as U+200B.");
        assertThat(call(a, "disable", "x".repeat(300), "")).startsWith("name: There is no account with the name");
    }

    @Test
    void passwordOfSpacesAndManyCharactersThenEachCounts() { // B6.57
        String password = " " + "\u00e9\uD83E\uDD8A".repeat(63) + " ";
        call(a, "create", "dora", password);

        assertThat(login(a, "dora", password).status()).isEqualTo(200);
        assertThat(login(a, "dora", password.strip()).status()).isEqualTo(400);
        assertThat(login(a, "dora", password.substring(0, 72)).status()).isEqualTo(400);
    }

    /** B5.45, B3.22 */
    @Test
    void disabledThenNoTokenIsGoodAndNobodyLogsIn() {
        create("dora");
        List<String> tokens = List.of(token("dora"), token("dora"));
        tokens.forEach(
                token -> assertThat(List.of(status(a, token), status(b, token))).containsOnly(200));

        assertThat(call(a, "disable", "dora", "")).isEqualTo("2");

        tokens.forEach(token -> assertThat(status(a, token)).isEqualTo(401));
        tokens.forEach(token -> b.untilStatus(401, "api/who/authenticated", token));
        assertThat(login(b, "dora", PASSWORD).status()).isEqualTo(400);
        assertThat(a.events("TokenRevoked")).hasSize(2).allMatch(event -> event.contains("reason=ACCOUNT_DISABLED"));
        assertThat(a.events("AccountChanged")).contains("AccountChanged[caller=dora, what=DISABLED]");
        assertThat(DATABASE.rowsOf(NAME, "SELECT id FROM durin_token")).isEmpty();

        assertThat(call(a, "enable", "dora", "")).isEqualTo("dora ACTIVE [user] - -");
        assertThat(status(a, token("dora"))).isEqualTo(200);
        tokens.forEach(token -> assertThat(status(a, token)).isEqualTo(401));
    }

    /** As of a login that was under way: its row is there although the account is disabled. */
    @Test
    void tokenOfADisabledAccountThenRefusedAndGoneBeforeItIsEnabled() {
        create("dora");
        String token = token("dora");
        DATABASE.rowsOf(NAME, "UPDATE durin_account SET state = 'DISABLED'");
        a.control("forget", "dora");

        assertThat(a.api().get("api/who/authenticated", token).detail()).isEqualTo("User inactive or deleted.");
        call(a, "enable", "dora", "");
        assertThat(a.api().get("api/who/authenticated", token).detail()).isEqualTo("Invalid token.");
    }

    /** As of a login that was under way: its row is there although the account is gone. */
    @Test
    void tokenOfADeletedAccountThenRefusedAlsoWhenThereIsAnotherOne() {
        create("dora");
        String token = token("dora");
        DATABASE.rowsOf(NAME, "DELETE FROM durin_account");
        a.control("forget", "dora");

        assertThat(status(a, token)).isEqualTo(401);
        create("dora");
        assertThat(status(a, token)).isEqualTo(401);
        assertThat(status(a, token("dora"))).isEqualTo(200);
    }

    @Test
    void deletedThenItsTokensEndAndTheNameIsFree() {
        create("dora");
        String token = token("dora");

        assertThat(call(a, "delete", "dora", "")).isEqualTo("1");

        assertThat(status(a, token)).isEqualTo(401);
        b.untilStatus(401, "api/who/authenticated", token);
        assertThat(login(a, "dora", PASSWORD).status()).isEqualTo(400);
        assertThat(call(a, "find", "dora", "")).isEqualTo("none");
        assertThat(a.events("TokenRevoked")).hasSize(1).allMatch(event -> event.contains("reason=ACCOUNT_DELETED"));
        create("dora");
    }

    @Test
    void passwordChangedThenAllTokensEnd() { // B5.44
        create("dora");
        String token = token("dora");
        assertThat(status(b, token)).isEqualTo(200);

        assertThat(call(a, "password", "dora", "another-Password")).isEqualTo("1");

        assertThat(status(a, token)).isEqualTo(401);
        b.untilStatus(401, "api/who/authenticated", token);
        assertThat(login(a, "dora", PASSWORD).status()).isEqualTo(400);
        assertThat(login(a, "dora", "another-Password").status()).isEqualTo(200);
        assertThat(a.events("TokenRevoked")).hasSize(1).allMatch(event -> event.contains("reason=PASSWORD_CHANGED"));
        assertThat(a.events("AccountChanged")).contains("AccountChanged[caller=dora, what=PASSWORD]");
    }

    /** The password was right when it was looked at; what ends the caller's tokens could not find this one yet. */
    @ParameterizedTest
    @ValueSource(strings = {"password", "disable", "delete"})
    void accountChangedDuringALoginThenItGetsNoToken(String change) {
        create("dora");
        call(a, change + "-during-login", "dora", "another-Password");

        Answer answer = login(a, "dora", PASSWORD);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("Unable to log in with provided credentials.");
        assertThat(DATABASE.rowsOf(NAME, "SELECT id FROM durin_token")).isEmpty();
        assertThat(a.events("TokenIssued")).isEmpty();
        assertThat(a.events("LoginFailed")).singleElement().asString().contains("reason=CREDENTIALS");
    }

    /** Twice at the same moment, by the clock. */
    @Test
    void passwordChangedBackDuringALoginThenItGetsNoToken() {
        a.control("stop-time", Instant.now().toString());
        create("dora");
        call(a, "password-during-login", "dora", PASSWORD);

        assertThat(login(a, "dora", PASSWORD).status()).isEqualTo(400);
        assertThat(login(a, "dora", PASSWORD).status()).isEqualTo(200);
    }

    /** B5.44 */
    @RepeatedTest(10)
    void passwordChangedAgainstLoginsThenNoTokenOfTheOldOneIsGood(RepetitionInfo repetition) throws Exception {
        String name = "dora" + repetition.getCurrentRepetition();
        String address = "198.51.100." + repetition.getCurrentRepetition();
        create(name);

        List<Answer> answers = atOnce(
                8,
                n -> n == 0
                        ? answer(a, "password", Map.of("name", name, "value", "another-Password"))
                        : loginFrom(address, n % 2 == 0 ? a : b, name, PASSWORD));

        List<Answer> logins = answers.subList(1, 8);
        assertThat(logins).extracting(Answer::status).isSubsetOf(200, 400);
        List<String> tokens = logins.stream()
                .filter(answer -> answer.status() == 200)
                .map(Answer::token)
                .toList();
        tokens.forEach(token -> assertThat(status(a, token)).isEqualTo(401));
        tokens.forEach(token -> b.untilStatus(401, "api/who/authenticated", token));
        assertThat(loginFrom(address, a, name, "another-Password").status()).isEqualTo(200);
    }

    @Test
    void passwordChangedWhenTheApiAccessTokenIsAskedForByAKeptOneThenMade() {
        create("dora");
        String kept = token("dora");
        call(a, "password-keeping", Map.of("name", "dora", "value", "another-Password", "kept", "all"));

        assertThat(a.api().post("api/auth/apiaccess", kept).status()).isEqualTo(201);
    }

    @Test
    void passwordChangedWhenSomeAreKeptThenTheOthersEnd() { // B5.44
        create("dora");
        String kept = token("dora");
        String other = token("dora");
        String id =
                DATABASE.rowsOf(NAME, "SELECT MIN(id) FROM durin_token").get(0).get(0);

        assertThat(call(a, "password-keeping", Map.of("name", "dora", "value", "another-Password", "kept", "all")))
                .isEqualTo("0");
        assertThat(List.of(status(a, kept), status(a, other))).containsOnly(200);

        assertThat(call(a, "password-keeping", Map.of("name", "dora", "value", PASSWORD, "kept", id)))
                .isEqualTo("1");
        assertThat(List.of(status(a, kept), status(a, other))).containsExactly(200, 401);
    }

    /** B6.58 */
    @Test
    void hashOfDjangosThenLogsInAndIsMadeAnew() {
        assertThat(call(a, "import", "dora", DJANGO)).isEqualTo("dora ACTIVE [user] - -");
        assertThat(hash("dora")).startsWith("PBKDF2WithHmacSHA256:1000:");
        long before = iterations();

        assertThat(login(a, "dora", "correct horse").status()).isEqualTo(200);

        NodeApi.until(() -> hash("dora").startsWith("PBKDF2WithHmacSHA256:" + ITERATIONS + ":"));
        assertThat(iterations() - before).isEqualTo(2 * ITERATIONS);
        assertThat(login(b, "dora", "correct horse").status()).isEqualTo(200);
        assertThat(iterations() - before).isEqualTo(2 * ITERATIONS);
        assertThat(a.events("AccountChanged")).containsExactly("AccountChanged[caller=dora, what=CREATED]");
        assertThat(call(a, "import", "eve", "md5$salt$hash")).startsWith("password: A hash of Django's looks like");
    }

    /** What it takes of the server could be noticed, and while a name has to wait that would be the only limit. B6.54 */
    @Test
    void hashOfDjangosWhenTheNameHasToWaitThenTheRightPasswordChangesNothing() {
        call(a, "import", "django-waiting", DJANGO);
        a.control("stop-time", Instant.now().toString());
        for (int failure = 0; failure < 5; failure++) {
            loginFrom("198.51.100.100", "django-waiting", "not the password");
        }
        long before = iterations();

        assertThat(loginFrom("198.51.100.100", "django-waiting", "correct horse")
                        .status())
                .isEqualTo(400);

        // The renewal of another one's, which comes after that of this one if there is one.
        call(a, "import", "eve", DJANGO);
        assertThat(login(a, "eve", "correct horse").status()).isEqualTo(200);
        NodeApi.until(() -> hash("eve").startsWith("PBKDF2WithHmacSHA256:" + ITERATIONS + ":"));
        assertThat(hash("django-waiting")).startsWith("PBKDF2WithHmacSHA256:1000:");
        assertThat(iterations() - before).isEqualTo(3 * ITERATIONS);
    }

    /** A login would take longer than that of a name that nobody has. B6.53 */
    @Test
    void hashOfDjangosWithMoreIterationsThenNotTakenOver() {
        assertThat(call(a, "import", "dora", DJANGO.replace("$1000$", "$1000000$")))
                .isEqualTo("password: The hash takes more iterations than durin.accounts.password-iterations=10000;"
                        + " set that to as many, at least.");
        assertThat(call(a, "find", "dora", "")).isEqualTo("none");
    }

    /** Such as a script that does many things at once: what is right must not fail because it is many. */
    @RepeatedTest(3)
    void twentyRightLoginsAtOnceThenAllGetIn() throws Exception {
        create("dora");

        List<Answer> answers = atOnce(20, n -> login(a, "dora", PASSWORD));

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(a.events("LoginFailed")).isEmpty();
    }

    /** B6.55 */
    @RepeatedTest(3)
    void twentyWrongLoginsAtOnceThenOnlyFiveAreChecked(RepetitionInfo repetition) throws Exception {
        String name = "guessed" + repetition.getCurrentRepetition();
        create(name);
        a.control("stop-time", Instant.now().toString());

        List<Answer> answers = atOnce(20, n -> loginFrom("198.51.100.200", name, "not the password"));

        assertThat(answers).extracting(Answer::status).containsOnly(400);
        assertThat(a.events("LoginFailed")).hasSize(20);
        assertThat(a.events("LoginFailed"))
                .filteredOn(event -> event.contains("reason=CREDENTIALS"))
                .hasSize(5);
        assertThat(loginFrom("198.51.100.201", name, PASSWORD).status()).isEqualTo(400);
    }

    /** One is hashed and twelve wait; the log is not flooded with the rest. B6.59 */
    @Test
    void moreLoginsThanThereIsTimeForThenTheRestIs503AndTheLogSaysSoOnce() throws Exception {
        NodeApi slow = new NodeApi(server, "accounts-slow");
        long faults = slow.logged("A request could not be carried out");

        List<Answer> answers = atOnce(30, n -> loginFrom("198.51.100.50", slow, "nobody" + n, PASSWORD));

        // A server that has no more threads than may wait has the others wait before.
        assertThat(answers).extracting(Answer::status).isSubsetOf(400, 503);
        List<Answer> refused =
                answers.stream().filter(answer -> answer.status() == 503).toList();
        assertThat(refused).allMatch(answer -> answer.detail().startsWith("The service is temporarily unavailable."));
        assertThat(slow.logged("More passwords are to be hashed than there is time for"))
                .isEqualTo(refused.isEmpty() ? 0 : 1);
        assertThat(slow.logged("A request could not be carried out")).isEqualTo(faults);
        assertThat(loginFrom("198.51.100.50", slow, "nobody", PASSWORD).status())
                .isEqualTo(400);
    }

    @Test
    void otherSpellingsOfANameThenOneAccountAndOneCaller() {
        create("Dora Ä");

        Answer answer = login(a, "dORA ä", PASSWORD);

        assertThat(a.api().get("api/who/open", answer.token()).body()).isEqualTo("Dora Ä");
        assertThat(call(a, "create", "dora ä", PASSWORD)).startsWith("name: There is an account");
        assertThat(call(a, "find", "DORA Ä", "")).startsWith("Dora Ä ");
        assertThat(call(a, "disable", "DORA ä", "")).isEqualTo("1");
        assertThat(status(a, answer.token())).isEqualTo(401);
    }

    /** B6.54, B6.55 */
    @Test
    void hundredWrongLoginsAtOnceThenFiveAreCheckedAndSessionsGoOn() throws Exception {
        create("victim");
        String token = token("victim");
        Instant now = Instant.now();
        a.control("stop-time", now.toString());
        a.control("forget-events", "");

        List<Answer> answers = atOnce(100, n -> loginFrom("192.0.2." + n, "victim", "not the password"));

        assertThat(answers).extracting(Answer::status).containsOnly(400);
        assertThat(answers.stream().map(Answer::body).distinct()).hasSize(1);
        assertThat(reasons()).isEqualTo(Map.of("CREDENTIALS", 5L, "LOCKED", 95L));
        assertThat(loginFrom("198.51.100.1", "Victim", PASSWORD).status()).isEqualTo(400);
        assertThat(status(a, token)).as("the session of the victim").isEqualTo(200);
        a.control("stop-time", now.plusSeconds(1).toString());
        assertThat(loginFrom("198.51.100.1", "victim", PASSWORD).status()).isEqualTo(200);
    }

    /** Also where the application's own store knows the name. */
    @Test
    void nameOfAnotherStoreThenLockedAllTheSame() {
        Instant now = Instant.now();
        a.control("stop-time", now.toString());
        for (int failure = 0; failure < 5; failure++) {
            loginFrom("192.0.2." + failure, "bob", "not the password");
        }

        assertThat(loginFrom("198.51.100.2", "bob", "bob-pass-1").status()).isEqualTo(400);
        assertThat(loginFrom("198.51.100.2", "alice", "alice-pass-1").status()).isEqualTo(200);
        a.control("stop-time", now.plusSeconds(1).toString());
        assertThat(loginFrom("198.51.100.2", "bob", "bob-pass-1").status()).isEqualTo(200);
    }

    private static Map<String, Long> reasons() {
        return a.events("LoginFailed").stream()
                .collect(Collectors.groupingBy(
                        event -> event.replaceAll(".*reason=([A-Z]+),.*", "$1"), Collectors.counting()));
    }

    @Test
    void groupsChangedThenTheyHoldWithTheNextRequest() {
        create("dora");
        String token = token("dora");
        assertThat(List.of(a.status("api/who/admin", token), b.status("api/who/admin", token)))
                .containsOnly(403);

        assertThat(call(a, "groups", "dora", "user,admin")).isEqualTo("dora ACTIVE [admin, user] - -");

        assertThat(a.status("api/who/admin", token)).isEqualTo(200);
        b.untilStatus(200, "api/who/admin", token);
        assertThat(a.events("AccountChanged")).contains("AccountChanged[caller=dora, what=GROUPS]");
    }

    @Test
    void mailChangedThenNotConfirmed() {
        create("dora");

        assertThat(call(a, "mail", "dora", "dora@example.com")).isEqualTo("dora ACTIVE [user] dora@example.com -");
        assertThat(call(a, "mail", "dora", "dora@example.com\r\nBcc: x@y")).startsWith("mail: A mail address has");
        assertThat(call(a, "mail", "dora", "")).isEqualTo("dora ACTIVE [user] - -");
    }

    @Test
    void groupsThatNoColumnTakesThenTheFieldIsNamed() {
        create("dora");

        assertThat(call(a, "groups", "dora", "x".repeat(100_000)))
                .isEqualTo("groups: The names of all groups together have at most 100000 characters.");
        assertThat(call(a, "find", "dora", "")).isEqualTo("dora ACTIVE [user] - -");
        assertThat(a.events("AccountChanged")).containsExactly("AccountChanged[caller=dora, what=CREATED]");
    }

    @Test
    void listThenPageByPage() {
        List.of("carl", "Anna", "bert").forEach(AccountsIT::create);

        assertThat(call(a, "list", "", "2")).isEqualTo("Anna,bert");
        assertThat(call(a, "list", "bert", "2")).isEqualTo("carl");
        assertThat(call(a, "list", "carl", "2")).isEmpty();
    }

    /** The application's own word counts as well. */
    @Test
    void callerWhomTheApplicationTakesForInactiveThenRefused() {
        create("dora");
        String token = token("dora");
        a.control("inactive", "dora");
        a.control("forget", "dora");

        assertThat(status(a, token)).isEqualTo(401);
        assertThat(login(a, "dora", PASSWORD).status()).isEqualTo(400);
    }

    @Test
    void noAccountsThenTheFacadeSaysSoAndTheirCallersAreNobody() {
        create("dora");
        String token = token("dora");
        NodeApi none = new NodeApi(server, "accounts-none");

        assertThat(call(none, "find", "dora", ""))
                .isEqualTo("off: Durin keeps no accounts: set durin.accounts.enabled=true");
        assertThat(login(none, "dora", PASSWORD).status()).isEqualTo(400);
        assertThat(status(none, token)).isEqualTo(401);
        assertThat(none.api().login("alice", "web").status()).isEqualTo(200);
    }

    @Test
    void everythingWrittenDownThenNoPasswordInIt() { // B1.2, B1.6
        create("dora");
        token("dora");
        login(a, "dora", "the-wrong-password");
        call(a, "password", "dora", "the-other-password");
        call(a, "create", "dora", "the-third-password");
        call(a, "import", "eve", DJANGO);
        login(a, "eve", "correct horse");

        String written = dump() + server.log() + a.control("events", "").body();

        assertThat(written).contains("dora", "PBKDF2WithHmacSHA256:");
        assertThat(written)
                .doesNotContain(
                        PASSWORD, "the-wrong-password", "the-other-password", "the-third-password", "correct horse");
        assertThat(server.log() + a.control("events", "").body())
                .doesNotContain("PBKDF2WithHmacSHA256:", "pbkdf2_sha256");
    }

    private static String dump() {
        Map<String, List<List<String>>> tables = new HashMap<>();
        for (List<String> table : DATABASE.rowsOf(
                NAME,
                "SELECT table_name FROM information_schema.tables WHERE LOWER(table_schema) IN ('public', '" + NAME
                        + "')")) {
            tables.put(table.get(0), DATABASE.rowsOf(NAME, "SELECT * FROM " + table.get(0)));
        }
        return tables.toString();
    }
}
