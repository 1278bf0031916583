package dev.durin.it;

import static dev.durin.it.AtOnce.atOnce;
import static dev.durin.it.RegistrationNode.BASE;
import static dev.durin.it.RegistrationNode.PASSWORD;
import static dev.durin.it.RegistrationNode.mail;
import static dev.durin.it.RegistrationNode.path;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Registration and the links that confirm mail addresses. Two applications on one database stand for two nodes; others on it
 * differ in their settings. No mail is sent: what would be in one is asked of the application.
 */
@Tag("host-variants")
class RegistrationIT {

    /** The same as the base that the application has, to a browser. */
    private static final String MOUNTED_BASE = "https://SHOP.example:443/app/";

    private static final TestDatabase DATABASE = Databases.current();
    private static final String NAME = "registration";
    private static final String LONG_AGO = "0".repeat(64);

    private static ServerProcess server;
    private static RegistrationNode a;
    private static RegistrationNode b;
    private static RegistrationNode safe;
    private static RegistrationNode click;
    private static RegistrationNode page;
    private static RegistrationNode alone;
    private static RegistrationNode mailbox;
    private static RegistrationNode operators;

    @BeforeAll
    static void startServer() throws IOException {
        DATABASE.create(NAME);
        server = TestServer.current()
                .startWithMail(
                        "registration",
                        List.of(
                                application("registration-a", Map.of()),
                                application("registration-b", Map.of()),
                                application("registration-safe", safe()),
                                application("registration-click", Map.of("durin.registration.confirm-on-get", "true")),
                                application("registration-page", page()),
                                application(
                                        "registration-mailbox",
                                        Map.of(
                                                "durin.accounts.recipient-rate",
                                                "3/h",
                                                "durin.mail.language",
                                                "sr-Latn-RS")),
                                application(
                                        "registration-operators",
                                        Map.of("durin.admin.callers", "Root, other", "durin.mail.notices", "false")),
                                application("registration-mounted", mounted()).addPackage("dev.durin.it.mounted"),
                                application("registration-none", Map.of("durin.registration.enabled", "false")),
                                application("registration-alone", alone())
                                        .deleteClass("dev.durin.it.app.TestIdentityStore"),
                                application("registration-beside", alone())));
        a = node("registration-a");
        b = node("registration-b");
        safe = node("registration-safe");
        click = node("registration-click");
        page = node("registration-page");
        alone = node("registration-alone");
        mailbox = node("registration-mailbox");
        operators = node("registration-operators");
    }

    private static Map<String, String> safe() {
        return Map.of(
                "durin.registration.enumeration-safe", "true",
                "durin.registration.confirmed-redirect", "/welcome.html",
                "durin.registration.failed-redirect", "https://www.shop.example/late?why=link",
                "durin.registration.rate", "3/h");
    }

    private static Map<String, String> page() {
        return Map.of(
                "durin.registration.confirm", "false",
                "durin.registration.confirm-page", "https://pages.example/auth/register/confirm/{token}",
                "durin.accounts.reset-page", "https://shop.example/reset?token={token}",
                "durin.registration.groups", "");
    }

    private static Map<String, String> mounted() {
        return Map.of(
                "durin.endpoints",
                "false",
                "durin.registration.confirm-page",
                MOUNTED_BASE + "api/v2/confirm/{token}",
                "durin.admin.enabled",
                "true",
                "durin.admin.callers",
                "root");
    }

    private static Map<String, String> alone() {
        return Map.of(
                "durin.registration.beside-other-stores", "false",
                "durin.registration.confirm", "false",
                "durin.mail.host", "",
                "durin.accounts.base-url", "");
    }

    private static WebArchive application(String name, Map<String, String> changes) {
        Map<String, String> settings = new TreeMap<>(Deployments.settings(Map.of(
                "durin.accounts.enabled", "true",
                "durin.accounts.password-iterations", "10000",
                "durin.accounts.base-url", BASE + "api/",
                "durin.registration.enabled", "true",
                "durin.registration.confirm", "true",
                "durin.registration.groups", "user, customer",
                "durin.registration.beside-other-stores", "true",
                "durin.registration.rate", "unlimited")));
        // Where nobody listens: what is to be mailed stays in the table.
        settings.putAll(Map.of("durin.mail.host", "localhost", "durin.mail.port", "1"));
        settings.putAll(Map.of("durin.mail.from", "shop@shop.example", "durin.token.cache-timeout", "1h"));
        settings.put("durin.accounts.recipient-rate", "unlimited");
        // With a place for each of the fifty of a test, on one processor, too.
        settings.put("durin.accounts.parallel-hashes", "4");
        settings.putAll(changes);
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
        Stream.of(a, b, safe, click, page, mailbox, operators).forEach(RegistrationNode::untilOrdered);
        for (String table : List.of("durin_mail", "durin_token", "durin_account")) {
            DATABASE.rowsOf(NAME, "DELETE FROM " + table);
        }
        Stream.of(a, b, safe, click, page, mailbox, operators).forEach(node -> {
            node.node().control("reset", "");
            node.node().control("read-feed", "");
        });
    }

    @Test
    void registeredThenNobodyLogsInBeforeTheLinkIsConfirmed() {
        Answer answer = a.register("dora");

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("{\"success\":true}");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(a.account("dora")).isEqualTo("PENDING dora@example.com null");
        assertThat(a.mails()).containsExactly("CONFIRM_REGISTRATION dora@example.com");
        assertThat(a.login("dora").status()).isEqualTo(400);

        Answer confirmed = b.confirm(a.token("dora"));

        assertThat(confirmed.status()).isEqualTo(200);
        assertThat(confirmed.body()).isEqualTo("{\"success\":true}");
        assertThat(confirmed.headers("Set-Cookie")).isEmpty(); // B7.64
        assertThat(a.account("dora")).isEqualTo("ACTIVE dora@example.com dora@example.com");
        assertThat(a.rows("SELECT unconfirmed_until FROM durin_account").get(0)).containsOnlyNulls();
        Answer login = a.login("dora");
        assertThat(login.status()).as(login.body()).isEqualTo(200);
        assertThat(a.api().get("api/who/rest-security", login.token()).body()).startsWith("dora user:true admin:false");
        assertThat(a.accounts("find", "dora", "")).contains("[customer, user]");
    }

    @Test
    void registeredThenAnnounced() {
        String token = a.registered("dora");
        a.confirm(token);

        String id = a.rows("SELECT id FROM durin_account").get(0).get(0);
        assertThat(a.node().control("events", "").body().lines())
                .containsExactly(
                        "AccountChanged[caller=dora, what=CREATED]",
                        "CallerRegistered[caller=dora, accountId=" + id + "]",
                        "AccountChanged[caller=dora, what=CONFIRMED]",
                        "MailConfirmed[caller=dora, accountId=" + id + "]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CallerRegistered", "AccountChanged"})
    void registerWhenAnObserverFailsOrRollsBackThenAsTheDocsSay(String event) {
        a.node().control("failing-event", event);
        assertThat(a.register("dora").status()).isEqualTo(201);
        a.node().control("failing-event", "");
        a.node().control("rolling-back-event", event);
        assertThat(a.register("eve").status()).isEqualTo(503);
        assertThat(a.account("eve")).isEmpty();
        assertThat(a.mails()).hasSize(1);
    }

    @Test
    void confirmWhenAnObserverRollsBackThenNothingIsUsedUp() {
        String token = a.registered("dora");
        a.node().control("rolling-back-event", "MailConfirmed");

        assertThat(a.confirm(token).status()).isEqualTo(503);
        a.node().control("rolling-back-event", "");
        assertThat(a.account("dora")).startsWith("PENDING");
        assertThat(a.confirm(token).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            username=absent                 | username | This field is required.
            password=absent                 | password | This field is required.
            email=absent                    | email    | This field is required.
            username=blank                  | username | This field may not be blank.
            email=empty                     | email    | This field may not be blank.
            password=short                  | password | A password has at least 8 characters.
            password=password1              | password | This password is too common.
            password=dora-the-First         | password | A password must not be the name.
            username=do\u200bra             | username | A name must not contain characters that cannot be seen, such as U+200B.
            email=dora                      | email    | Enter a valid email address.
            email=dora@example.com;eve@b    | email    | Enter a valid email address.
            email=dora@example..com         | email    | Enter a valid email address.
            email=jürgen@example.com        | email    | Enter a valid email address.
            email=dora@[127.0.0.1]          | email    | Enter a valid email address.
            """)
    void registerWhenAFieldIsWrongThenItIsNamed(String change, String field, String message) {
        Map<String, String> fields =
                new TreeMap<>(Map.of("username", "Dora-the-first", "password", PASSWORD, "email", mail("dora")));
        String[] parts = change.split("=", 2);
        switch (parts[1]) {
            case "absent" -> fields.remove(parts[0]);
            case "blank" -> fields.put(parts[0], " ");
            case "empty" -> fields.put(parts[0], "");
            default -> fields.put(parts[0], parts[1]);
        }

        Answer answer = a.register(fields);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().getJsonArray(field).getString(0)).isEqualTo(message);
        assertThat(a.account("Dora-the-first")).isEmpty();
    }

    /** What Durin could mail to is asked where it does; what the application says is taken. */
    @Test
    void registerWhenNoMailCanBeSentToTheAddressThenRefusedWhereMailIsSentAlone() {
        assertThat(a.register("dora", "dora@exämple.com").status()).isEqualTo(201);
        assertThat(alone.register("eve", "eve@[127.0.0.1]").status()).isEqualTo(201);
        assertThat(page.register("fay", "fay@[127.0.0.1]").status()).isEqualTo(400);
        a.accounts("create", "gil", PASSWORD);
        assertThat(a.accounts("mail", "gil", "jürgen@example.com")).contains("jürgen@example.com");
    }

    /** B7.71 */
    @ParameterizedTest
    @ValueSource(strings = {"username", "email"})
    void registerWhenAFieldWouldWriteAHeaderThenRefused(String field) {
        Map<String, String> fields =
                new TreeMap<>(Map.of("username", "dora", "password", PASSWORD, "email", mail("dora")));
        fields.put(field, "dora@example.com\r\nBcc: eve@example.com");

        Answer answer = a.register(fields);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().getJsonArray(field)).hasSize(1);
        assertThat(a.mails()).isEmpty();
    }

    @Test
    void registerWhenSeveralFieldsAreWrongThenAllAreNamed() {
        Answer answer = a.register(Map.of("username", "do\u0001ra", "password", "short", "email", "nowhere"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().keySet()).contains("username", "password", "email");
    }

    @Test
    void registerWhenTheNameIsTakenThenTheFieldSaysSo() {
        a.registered("dora");

        Answer answer = b.register("dora", "another@example.com");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().getJsonArray("username").getString(0))
                .isEqualTo("A user with that username already exists.");
        assertThat(a.account("dora")).isEqualTo("PENDING dora@example.com null");
        assertThat(a.mails()).hasSize(1);
    }

    /** It would make an operator of whoever asks first. */
    @ParameterizedTest
    @ValueSource(strings = {"Root", "root", "other"})
    void registerWhenTheNameIsThatOfAnOperatorThenAsIfItWereTaken(String name) {
        Answer answer = operators.register(name);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().getJsonArray("username").getString(0))
                .isEqualTo("A user with that username already exists.");
        assertThat(DATABASE.rowsOf(NAME, "SELECT name FROM durin_account")).isEmpty();
        assertThat(operators.register("rooty").status()).isEqualTo(201);
    }

    @Test
    void registerWhenWhoCallsHasATokenThatIsNotGoodThenItDoesNotMatter() {
        Answer answer = a.api()
                .send(a.api()
                        .request("api/auth/register")
                        .header("Authorization", "Token " + LONG_AGO)
                        .header("X-Forwarded-Host", "evil.example")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"username\":\"dora\",\"password\":\"" + PASSWORD
                                + "\",\"email\":\"dora@example.com\",\"is_superuser\":true}")));

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        // B7.65
        assertThat(a.desk("link", Map.of("name", "dora", "value", "ADDRESS", "mail", "d@example.com")))
                .startsWith(BASE + "api/auth/register/confirm/");
        assertThat(a.desk("link", Map.of("name", "dora", "value", "PASSWORD", "mail", "d@example.com")))
                .startsWith(BASE + "api/auth/account/reset/");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.durin.it.HostileBodies#all")
    void registerWhenTheBodyIsHostileThenSaidWhatIsWrong(
            String name, String type, Object body, int status, String words) throws IOException {
        byte[] bytes = body instanceof byte[] raw ? raw : ((String) body).getBytes(StandardCharsets.UTF_8);
        try (RawConnection connection = new RawConnection(server.root("registration-a"))) {
            RawAnswer answer = connection.send(RawRequest.of("POST api/auth/register")
                    .headers("Content-Type: " + type)
                    .body(bytes)
                    .bytes(server.root("registration-a")));

            assertThat(answer.status()).as(answer.body()).isEqualTo(status);
            assertThat(answer.isProblem() && answer.isHelpful())
                    .as(answer.body())
                    .isTrue();
            assertThat(answer.isRevealing()).as(answer.body()).isFalse();
            boolean asOfALogin = words.startsWith("Unable to log in") || words.startsWith("No client");
            assertThat(answer.body()).contains(asOfALogin ? "\"email\":[\"This field is required.\"]" : words);
        }
        assertThat(a.rows("SELECT id FROM durin_account")).isEmpty();
    }

    @Test
    void hostileRequestsThenNoServerErrorAndNothingIsShown() throws IOException {
        FuzzRequests requests = new FuzzRequests(20_261_129L, new FuzzTokens(), FuzzRequests.KINDS_OF_REGISTRATION);
        Map<String, Integer> answers = new TreeMap<>();
        try (RawConnection connection = new RawConnection(server.root("registration-a"))) {
            for (int index = 0; index < 5_000; index++) {
                FuzzRequest request = requests.make(index);
                RawAnswer answer = connection.send(request.raw().bytes(server.root("registration-a")));
                assertThat(request.isForDurin() ? FuzzFault.in(request, answer) : "")
                        .as("%d %s %s %s %s", index, request.method, request.path, request.headers, answer)
                        .isEmpty();
                answers.merge(request.kind + " " + answer.status(), 1, Integer::sum);
            }
        }
        assertThat(answers.keySet())
                .contains(
                        "POST api/auth/register 201",
                        "POST api/auth/register 400",
                        "POST api/auth/register/resend 202");
    }

    @Test
    void fiftyRegisterOneNameAtOnceThenOneDoesAndTheOthersAreTold() throws Exception {
        for (String name : List.of("dora", "eve")) {
            List<Answer> answers = atOnce(50, n -> (n % 2 == 0 ? a : b).register(name, "m" + n + "@example.com"));

            assertThat(counted(answers)).isEqualTo(Map.of(201, 1L, 400, 49L));
            assertThat(answers.stream().filter(answer -> answer.status() == 400))
                    .allMatch(answer -> answer.body().contains("A user with that username already exists."));
            assertThat(a.tokens(name)).hasSize(1);
        }
        assertThat(a.mails()).hasSize(2);
        assertThat(a.rows("SELECT id FROM durin_account")).hasSize(2);
    }

    private static Map<Integer, Long> counted(List<Answer> answers) {
        return answers.stream().collect(Collectors.groupingBy(Answer::status, Collectors.counting()));
    }

    @Test
    void sixConfirmWithOneLinkAtOnceThenOneDoes() throws Exception {
        for (int round = 0; round < 10; round++) {
            String token = a.registered("dora" + round);

            List<Answer> answers = atOnce(6, n -> (n % 2 == 0 ? a : b).confirm(token));

            assertThat(counted(answers)).isEqualTo(Map.of(200, 1L, 400, 5L));
        }
        assertThat(Stream.concat(a.node().events("MailConfirmed").stream(), b.node().events("MailConfirmed").stream()))
                .hasSize(10);
    }

    /** B7.63 */
    @Test
    void linksToTwoAddressesAtOnceThenOneIsConfirmedAndItIsTheOneOfItsLink() throws Exception {
        for (int round = 0; round < 10; round++) {
            String name = "dora" + round;
            a.confirm(a.registered(name));
            List<String> addresses = List.of("first@example.com", "second@example.com");
            List<String> tokens = addresses.stream()
                    .map(address -> a.token(name, "ADDRESS", address))
                    .toList();

            List<Answer> answers = atOnce(2, n -> (n == 0 ? a : b).confirm(tokens.get(n)));

            assertThat(counted(answers)).isEqualTo(Map.of(200, 1L, 400, 1L));
            String confirmed = addresses.get(answers.get(0).status() == 200 ? 0 : 1);
            assertThat(a.account(name)).isEqualTo("ACTIVE " + confirmed + " " + confirmed);
            assertThat(a.tokens(name)).isEmpty();
        }
    }

    /** B7.62, B7.63: whichever comes first, no address is confirmed that got no mail. */
    @Test
    void confirmWhileTheAddressIsChangedThenOnlyWhatGotAMailIsConfirmed() throws Exception {
        for (int round = 0; round < 10; round++) {
            String name = "dora" + round;
            String token = a.registered(name);

            List<Answer> answers = atOnce(
                    2,
                    n -> n == 0
                            ? a.confirm(token)
                            : b.api()
                                    .postForm("api/accounts/mail", Map.of("name", name, "value", "other@example.com")));

            boolean confirmed = answers.get(0).status() == 200;
            assertThat(a.account(name))
                    .isEqualTo(confirmed ? "ACTIVE other@example.com " + mail(name) : "PENDING other@example.com null");
            assertThat(a.tokens(name)).isEmpty();
        }
    }

    @Test
    void confirmWhileTheAccountIsDisabledThenItStaysDisabled() throws Exception {
        for (int round = 0; round < 10; round++) {
            String name = "dora" + round;
            String token = a.registered(name);

            atOnce(2, n -> n == 0 ? a.confirm(token) : b.api().postForm("api/accounts/disable", Map.of("name", name)));

            assertThat(a.account(name)).startsWith("DISABLED");
            assertThat(b.confirm(token).status()).isEqualTo(400);
            assertThat(a.account(name)).startsWith("DISABLED");
            assertThat(a.login(name).status()).isEqualTo(400);
        }
    }

    @Test
    void confirmWhileTheMailIsSentAgainThenNoLinkIsLeft() throws Exception {
        for (int round = 0; round < 10; round++) {
            String name = "dora" + round;
            String token = a.registered(name);

            List<Answer> answers = atOnce(3, n -> n == 0 ? a.confirm(token) : (n == 1 ? a : b).resend(name));

            assertThat(answers).extracting(Answer::status).containsExactly(200, 202, 202);
            assertThat(a.account(name)).startsWith("ACTIVE");
            assertThat(a.tokens(name)).isEmpty();
        }
    }

    @Test
    void resendThenAnotherLinkAndUsingOneVoidsTheOthers() {
        String first = a.registered("dora");

        Answer answer = b.resend("dora");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo("{\"success\":true}");
        assertThat(a.tokens("dora")).hasSize(2).contains(first);
        String second = a.tokens("dora").stream()
                .filter(token -> !token.equals(first))
                .findFirst()
                .orElseThrow();
        assertThat(a.mails()).hasSize(2);
        assertThat(a.confirm(first).status()).isEqualTo(200);
        assertThat(a.confirm(second).status()).isEqualTo(400);
        assertThat(a.resend("dora").status()).isEqualTo(202);
        assertThat(a.tokens("dora")).isEmpty();
    }

    /** B7.68 */
    @Test
    void resendWhenTooOftenForOneAccountThenTheSameAnswerAndNoMail() {
        a.registered("dora");
        String expected = a.resend("nobody").body();

        for (int time = 0; time < 7; time++) {
            Answer answer = a.resend("dora");
            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.body()).isEqualTo(expected);
        }

        assertThat(a.mails()).hasSize(1 + 5);
        assertThat(a.node().events("RateLimited")).hasSize(2).allMatch(event -> event.contains("kind=MAILS"));
        assertThat(a.desk("send", Map.of("name", "dora"))).isEqualTo("false");
        a.node().pass(Duration.ofHours(1));
        a.resend("dora");
        assertThat(a.mails()).hasSize(7);
    }

    /** The time that an answer takes must not tell whether a name waits for its confirmation. */
    @Test
    void resendThenTheAnswerDoesNotWaitForTheMail() throws Exception {
        a.registered("dora");
        try (Connection other = DATABASE.connect(NAME);
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("SELECT id FROM durin_account WHERE name = 'dora' FOR UPDATE");

            Answer answer = a.askToResend("dora");

            assertThat(answer.status()).isEqualTo(202);
            assertThat(a.mails()).as("nobody can order it now").hasSize(1);
            other.rollback();
        }
        a.untilOrdered();
        assertThat(a.mails()).hasSize(2);
    }

    @Test
    void resendWhenDisabledOrWithoutAnAddressThenNoMail() {
        a.registered("dora");
        a.accounts("disable", "dora", "");
        a.accounts("create", "eve", PASSWORD);

        assertThat(List.of(
                        a.resend("dora").status(),
                        a.resend("eve").status(),
                        a.resend("x\u0001").status()))
                .containsOnly(202);
        assertThat(a.mails()).hasSize(1);
        assertThat(a.api().postJson("api/auth/register/resend", "{}").status()).isEqualTo(400);
    }

    /** B7.68; the limit is that of an address, whatever is asked for. */
    @Test
    void registerWhenTooManyFromAnAddressThen429() {
        safe.node().control("stop-time", Instant.now().toString());
        List<Integer> statuses = Stream.of("dora", "eve", "fay", "gil")
                .map(name -> safe.from("192.0.2.1", "register", name).status())
                .toList();
        Answer resend = safe.from("192.0.2.1", "register/resend", "dora");
        Answer forgotten = safe.from("192.0.2.1", "account/forgotten", "dora");

        assertThat(statuses).containsExactly(201, 201, 201, 429);
        for (Answer refused : List.of(resend, forgotten)) {
            assertThat(refused.status()).isEqualTo(429);
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 3600);
        }
        assertThat(safe.node().events("RateLimited")).hasSize(3).allMatch(event -> event.contains("REGISTRATIONS"));
        assertThat(safe.from("192.0.2.2", "register", "gil").status()).isEqualTo(201);
    }

    /** B7.68: whoever fills somebody's mailbox neither can nor learns that it does not work. */
    @Test
    void manyRegisterWithOneAddressAtOnceThenItGetsAsManyMailsAsItMayAndNobodyIsTold() throws Exception {
        mailbox.node().control("stop-time", Instant.now().toString());

        List<Answer> answers = atOnce(20, n -> mailbox.register("dora" + n, "Victim+" + n + "@example.com"));

        assertThat(counted(answers)).isEqualTo(Map.of(201, 20L));
        assertThat(answers).extracting(Answer::body).containsOnly("{\"success\":true}");
        assertThat(mailbox.mails()).hasSize(3);
        assertThat(mailbox.rows("SELECT id FROM durin_account")).hasSize(20);
        assertThat(mailbox.node().events("RateLimited"))
                .hasSize(17)
                .allMatch(event -> event.contains("kind=MAILS") && !event.contains("ictim"));
        assertThat(mailbox.register("eve").status()).isEqualTo(201);
        assertThat(mailbox.mails()).hasSize(4).last().isEqualTo("CONFIRM_REGISTRATION eve@example.com");
    }

    /** B7.68; those that register with an address must not use up what its owner asks for. */
    @Test
    void manyRegisterWithOneAddressThenItsOwnerStillHasALinkSentAgainAsOftenAsItMay() {
        mailbox.node().control("stop-time", Instant.now().toString());
        IntStream.range(0, 5).forEach(n -> mailbox.register("dora" + n, "often@example.com"));
        assertThat(mailbox.mails()).hasSize(3);

        assertThat(mailbox.resend("dora4").status()).isEqualTo(202);
        assertThat(mailbox.mails()).hasSize(4);
        assertThat(mailbox.desk("send", Map.of("name", "dora3"))).isEqualTo("true");
        assertThat(mailbox.desk("send", Map.of("name", "dora2"))).isEqualTo("true");
        assertThat(mailbox.desk("send", Map.of("name", "dora1"))).isEqualTo("false");
        assertThat(mailbox.mails()).hasSize(6);

        mailbox.node()
                .control("stop-time", Instant.now().plus(Duration.ofHours(1)).toString());
        mailbox.resend("dora0");
        assertThat(mailbox.mails()).hasSize(7);
    }

    /** B7.68; who tries names that are taken gets the mail for the one that is not. */
    @Test
    void registerWhenTheNameIsTakenThenNoMailIsCounted() {
        mailbox.registered("dora");
        for (int time = 0; time < 5; time++) {
            mailbox.register("dora", "trying@example.com");
        }

        mailbox.register("dora-of-the-hill", "trying@example.com");

        assertThat(mailbox.mails()).last().isEqualTo("CONFIRM_REGISTRATION trying@example.com");
    }

    /** B7.68; what strangers have had mailed there must not keep the owner from a link for a forgotten password. */
    @Test
    void severalAccountsWithOneAddressThenItGetsAsManyOfEachKindAsItMay() {
        mailbox.node().control("stop-time", Instant.now().toString());
        List<String> names = List.of("one", "two", "three", "four");
        names.forEach(name -> mailbox.register(name, "family@example.com"));
        DATABASE.rowsOf(NAME, "UPDATE durin_account SET state = 'ACTIVE', confirmed_mail = mail");
        assertThat(mailbox.mails()).hasSize(3).containsOnly("CONFIRM_REGISTRATION family@example.com");
        DATABASE.rowsOf(NAME, "DELETE FROM durin_mail");

        List<Answer> answers = names.stream()
                .map(name -> mailbox.api().postForm("api/auth/account/forgotten", Map.of("username", name)))
                .toList();
        mailbox.untilOrdered();

        assertThat(answers).extracting(Answer::status).containsOnly(202);
        assertThat(answers).extracting(Answer::body).containsOnly("{\"success\":true}");
        assertThat(mailbox.mails()).hasSize(3).containsOnly("RESET_PASSWORD family@example.com");
    }

    /** B7.68; one who has accounts and their passwords can have mail sent to anybody as well. */
    @Test
    void severalAccountsWantOneAddressThenItGetsAsManyMailsAsItMayAndNobodyIsTold() {
        List<String> names = List.of("one", "two", "three", "four");
        names.forEach(name -> mailbox.accounts("create", name, PASSWORD));

        List<Integer> statuses =
                names.stream().map(name -> wantAddress(name).status()).toList();

        assertThat(statuses).containsOnly(202);
        assertThat(mailbox.mails()).hasSize(3).containsOnly("CONFIRM_ADDRESS victim@example.com");
        assertThat(wantAddress("one").status()).isEqualTo(202);
        assertThat(mailbox.mails()).hasSize(3);
        assertThat(mailbox.rows("SELECT l.mail FROM durin_mailed_link l JOIN durin_account a ON a.id = l.account_id"
                        + " WHERE a.name = 'one'"))
                .as("the link that is on its way stays good")
                .hasSize(1);
    }

    private static Answer wantAddress(String name) {
        return mailbox.api()
                .postForm(
                        "api/auth/account/email",
                        mailbox.login(name).token(),
                        Map.of("password", PASSWORD, "email", "victim@example.com"));
    }

    /** B7.60: answer, status and what is hashed; the mail goes to whom the name belongs. */
    @Test
    void registerWhenNobodyShallLearnWhoExistsThenTheMailTellsTheOwner() {
        a.confirm(a.registered("dora"));
        a.registered("pending");
        a.accounts("create", "plain", PASSWORD);
        a.accounts("mail", "plain", "unconfirmed@example.com");
        DATABASE.rowsOf(NAME, "DELETE FROM durin_mail");

        List<Answer> answers = Stream.of("free", "dora", "pending", "plain")
                .map(name -> {
                    long before = iterations(safe);
                    safe.node().pass(Duration.ofHours(1));
                    Answer answer = safe.register(name, "stranger@example.com");
                    assertThat(iterations(safe) - before).as(name).isEqualTo(10_000);
                    return answer;
                })
                .toList();

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers).extracting(Answer::body).containsOnly("{\"success\":true}");
        assertThat(answers)
                .extracting(answer -> answer.response().headers().map().keySet())
                .hasSize(4)
                .containsOnly(answers.get(0).response().headers().map().keySet());
        safe.untilOrdered();
        assertThat(safe.mails())
                .containsExactlyInAnyOrder("CONFIRM_REGISTRATION stranger@example.com", "NAME_TAKEN dora@example.com");
        assertThat(a.account("dora")).isEqualTo("ACTIVE dora@example.com dora@example.com");
    }

    /** Whoever registers the owner's name again and again must not use up the mails that the owner asks for. */
    @Test
    void registerATakenNameTooOftenThenTheOwnerStillGetsALinkForAForgottenPassword() {
        a.confirm(a.registered("dora"));
        DATABASE.rowsOf(NAME, "DELETE FROM durin_mail");
        for (int time = 0; time < 6; time++) {
            safe.from("192.0.2." + (10 + time), "register", "dora");
        }

        safe.from("192.0.2.9", "account/forgotten", "dora");

        NodeApi.until(() -> safe.mails().contains("RESET_PASSWORD dora@example.com"));
    }

    @Test
    void noticesOffThenNobodyIsToldOfChangesAndLinksAreStillMailed() {
        a.confirm(a.registered("dora"));
        DATABASE.rowsOf(NAME, "DELETE FROM durin_mail");
        operators.api().post("api/auth/apiaccess", operators.login("dora").token());
        operators.accounts("password", "dora", PASSWORD);
        operators.confirm(operators.token("dora", "ADDRESS", "new@example.com"));

        operators.api().postForm("api/auth/account/forgotten", Map.of("username", "dora"));
        operators.untilOrdered();

        assertThat(operators.account("dora")).isEqualTo("ACTIVE new@example.com new@example.com");
        assertThat(operators.mails()).containsExactly("RESET_PASSWORD new@example.com");
    }

    /** B7.70, also where the application has changed the address. */
    @Test
    void addressChangedByTheApplicationAndConfirmedThenTheOldOneIsTold() {
        a.confirm(a.registered("dora"));
        a.accounts("mail", "dora", "new@example.com");
        DATABASE.rowsOf(NAME, "DELETE FROM durin_mail");

        assertThat(a.desk("send", Map.of("name", "dora", "value", ""))).isEqualTo("true");
        a.api()
                .send(a.api()
                        .request(path(a.token("dora")))
                        .header("Accept-Language", "de")
                        .POST(BodyPublishers.noBody()));

        assertThat(a.account("dora")).isEqualTo("ACTIVE new@example.com new@example.com");
        assertThat(a.mails()).contains("ADDRESS_CHANGED dora@example.com");
        assertThat(a.rows("SELECT language FROM durin_mail WHERE kind = 'ADDRESS_CHANGED'"))
                .containsExactly(List.of("de"));
    }

    private static long iterations(RegistrationNode node) {
        return Long.parseLong(node.accounts("iterations", "", ""));
    }

    /** B7.69 */
    @Test
    void unconfirmedForTooLongThenTheNameIsFreeAndTheOldLinkIsNot() {
        String old = a.registered("dora");
        a.node().pass(Duration.ofDays(3).minusMinutes(1));
        assertThat(a.register("dora", "late@example.com").status()).isEqualTo(400);

        b.node().pass(Duration.ofDays(3).plusSeconds(10));
        Answer answer = b.register("dora", "new@example.com");

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(b.node().events("AccountChanged"))
                .containsExactly(
                        "AccountChanged[caller=dora, what=DELETED]", "AccountChanged[caller=dora, what=CREATED]");
        assertThat(b.confirm(old).status()).isEqualTo(400);
        assertThat(a.account("dora")).isEqualTo("PENDING new@example.com null");
        assertThat(b.confirm(b.token("dora")).status()).isEqualTo(200);
    }

    /** Else it would be good for an account that is gone, or for nobody knows how long. */
    @Test
    void resendJustBeforeTheNameIsFreeThenTheLinkIsGoodNoLonger() {
        a.registered("dora");
        a.node().pass(Duration.ofDays(3).minusHours(1));
        a.resend("dora");

        List<String> ends = a.rows("SELECT MAX(l.expiry), MAX(a.unconfirmed_until) FROM durin_mailed_link l"
                        + " JOIN durin_account a ON a.id = l.account_id")
                .get(0);
        assertThat(ends.get(0)).isEqualTo(ends.get(1));
        assertThat(a.tokens("dora")).hasSize(1);
        a.node().pass(Duration.ofHours(1));
        a.resend("dora");
        assertThat(a.desk("send", Map.of("name", "dora")))
                .isEqualTo("state: Nobody has confirmed the account in time, so its name is free again.");
        assertThat(a.rows("SELECT selector FROM durin_mailed_link")).hasSize(2);
    }

    @Test
    void manyRegisterAnAbandonedNameAtOnceThenOneDoes() throws Exception {
        for (int round = 0; round < 5; round++) {
            String name = "dora" + round;
            a.registered(name);
            DATABASE.rowsOf(NAME, "UPDATE durin_account SET unconfirmed_until = 1 WHERE name = ?", name);

            List<Answer> answers = atOnce(10, n -> (n % 2 == 0 ? a : b).register(name, "m" + n + "@example.com"));

            assertThat(counted(answers)).isEqualTo(Map.of(201, 1L, 400, 9L));
        }
    }

    /** Either it was confirmed in time, or it went: never is a confirmed account deleted. */
    @Test
    void confirmWhileAnAbandonedNameIsRegisteredThenOneOfTheTwo() throws Exception {
        for (int round = 0; round < 10; round++) {
            String name = "dora" + round;
            String token = a.registered(name);
            DATABASE.rowsOf(NAME, "UPDATE durin_account SET unconfirmed_until = 1 WHERE name = ?", name);

            List<Answer> answers = atOnce(2, n -> n == 0 ? a.confirm(token) : b.register(name, "new@example.com"));

            boolean confirmed = answers.get(0).status() == 200;
            assertThat(answers.get(1).status()).isEqualTo(confirmed ? 400 : 201);
            assertThat(a.account(name))
                    .isEqualTo(confirmed ? "ACTIVE " + mail(name) + " " + mail(name) : "PENDING new@example.com null");
        }
    }

    @Test
    void purgeThenUnconfirmedAccountsAndExpiredLinksGoAndNothingElse() {
        IntStream.range(0, 5).forEach(n -> a.registered("gone" + n));
        a.confirm(a.registered("active"));
        a.registered("banned");
        a.accounts("disable", "banned", "");
        a.createPending("invited");
        a.desk("send", Map.of("name", "invited"));
        assertThat(a.desk("purge", Map.of())).isEqualTo("0");

        a.node().pass(Duration.ofDays(3).plusSeconds(1));
        assertThat(a.desk("purge", Map.of())).isEqualTo(String.valueOf(5 + 3));

        assertThat(a.rows("SELECT name FROM durin_account ORDER BY name"))
                .extracting(row -> row.get(0))
                .containsExactly("active", "banned", "invited");
        assertThat(a.rows("SELECT selector FROM durin_mailed_link")).isEmpty();
        assertThat(a.node().events("AccountChanged").stream().filter(event -> event.contains("what=DELETED")))
                .hasSize(5);
    }

    @Test
    void accountThatTheApplicationMadeThenItsLinkMakesItActive() {
        page.createPending("dora");

        assertThat(page.desk("send", Map.of("name", "dora"))).isEqualTo("true");
        assertThat(page.mails()).containsExactly("CONFIRM_REGISTRATION dora@example.com");
        assertThat(page.confirm(page.token("dora")).status()).isEqualTo(200);
        assertThat(page.account("dora")).isEqualTo("ACTIVE dora@example.com dora@example.com");
        assertThat(page.login("dora").status()).isEqualTo(200);
        assertThat(page.desk("send", Map.of("name", "dora"))).isEqualTo("mail: The mail address is confirmed already.");
        page.accounts("mail", "dora", "");
        assertThat(page.desk("send", Map.of("name", "dora"))).isEqualTo("mail: The account has no mail address.");
        page.accounts("disable", "dora", "");
        assertThat(page.desk("send", Map.of("name", "dora"))).startsWith("state: The account is disabled");
        assertThat(page.desk("send", Map.of("name", "nobody"))).startsWith("name: There is no account");
        assertThat(alone.desk("send", Map.of("name", "dora"))).startsWith("off: Durin sends no mail");
    }

    @Test
    void registeredWithoutConfirmationThenLogsInAtOnce() {
        Answer answer = page.register(Map.of("username", "dora", "password", PASSWORD));

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(page.account("dora")).isEqualTo("ACTIVE null null");
        assertThat(page.login("dora").status()).isEqualTo(200);
        assertThat(page.register("eve").status()).isEqualTo(201);
        assertThat(page.account("eve")).isEqualTo("ACTIVE eve@example.com null");
        assertThat(page.register("fay", "nowhere").status()).isEqualTo(400);
        assertThat(page.mails()).isEmpty();
    }

    @Test
    void followedThenAPageAsksAndNothingIsChanged() { // B7.61
        String token = a.registered("dora");

        Answer html = a.call("GET", token, "text/html,application/xhtml+xml,*/*;q=0.8");
        Answer json = a.call("GET", token + "/", "application/json");
        Answer head = a.call("HEAD", token, "text/html");
        Answer options = a.call("OPTIONS", token, "*/*");

        assertThat(html.status()).isEqualTo(200);
        assertThat(html.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=utf-8");
        assertThat(html.body())
                .contains("<form method=\"post\">", "Confirm your mail address")
                .doesNotContain(token);
        assertThat(html.header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .endsWith("form-action 'self'");
        assertThat(html.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(html.header("Cache-Control")).isEqualTo("no-store");
        assertThat(json.detail()).contains("POST to this address confirms");
        assertThat(List.of(json.status(), head.status(), options.status())).containsOnly(200);
        assertThat(head.body()).isEmpty();
        assertThat(options.header("Allow")).isEqualTo("GET, HEAD, POST, OPTIONS");
        assertThat(a.call("DELETE", token, "*/*").status()).isEqualTo(405);
        assertThat(a.call("PROPFIND", token, "*/*").header("Allow")).isEqualTo("GET, HEAD, POST, OPTIONS");
        assertThat(a.account("dora")).isEqualTo("PENDING dora@example.com null");
        assertThat(a.call("POST", token + "/", "text/html").body()).contains("Mail address confirmed");
        Answer again = a.call("POST", token, "text/html");
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.body()).contains("This link is not good any more").doesNotContain("problem");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Accept: ///", "Accept: text/html;q=x", "Content-Type: a/b/c"})
    void followedWhenAHeaderIsHostileThenSaidSo(String header) throws IOException {
        String token = a.registered("dora");
        for (String method : List.of("GET", "POST")) {
            try (RawConnection connection = new RawConnection(server.root("registration-a"))) {
                RawAnswer answer = connection.send(RawRequest.of(method + " " + path(token))
                        .headers(header)
                        .bytes(server.root("registration-a")));
                assertThat(answer.status()).as(method + answer.body()).isEqualTo(400);
                assertThat(answer.isProblem()).isTrue();
            }
        }
        assertThat(a.account("dora")).startsWith("PENDING");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de-AT,en;q=0.5 | Mail-Adresse bestätigen
            tlh, de        | Mail-Adresse bestätigen
            fr             | Confirm your mail address
            de-x-aaaaaaaa-bbbbbbbb-cccccccc-dddddddd-eeeeeeee-ffffffff-gggggggg-hhhhhhhh | Mail-Adresse bestätigen
            """)
    void languageWhenAskedForThenThatOfThePageAndOfTheMail(String accepted, String heading) {
        Answer registered = a.api()
                .send(a.api()
                        .request("api/auth/register")
                        .header("Accept-Language", accepted)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(
                                "username=dora&email=d%40example.com&password=" + Api.encode(PASSWORD))));
        assertThat(registered.status()).as(registered.body()).isEqualTo(201);
        Answer answer = a.api()
                .send(a.api()
                        .request(path(a.token("dora")))
                        .header("Accept", "text/html")
                        .header("Accept-Language", accepted));

        assertThat(answer.body()).contains("<h1>" + heading + "</h1>");
        assertThat(a.rows("SELECT language FROM durin_mail").get(0).get(0))
                .startsWith(heading.startsWith("Mail") ? "de" : "en");
    }

    @Test
    void languageWhenNobodySpeaksItThenThatOfTheSettingWithItsScript() {
        mailbox.createPending("dora");
        mailbox.desk("send", Map.of("name", "dora"));
        Answer registered = mailbox.api()
                .send(mailbox.api()
                        .request("api/auth/register")
                        .header("Accept-Language", "fr")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(
                                "username=eve&email=eve%40example.com&password=" + Api.encode(PASSWORD))));

        assertThat(registered.status()).as(registered.body()).isEqualTo(201);
        assertThat(mailbox.rows("SELECT language FROM durin_mail"))
                .containsExactly(List.of("sr-Latn-RS"), List.of("sr-Latn-RS"));
    }

    /** Some servers refuse it before any resource. */
    @Test
    void languageWhenTheHeaderIsNoneThenNoServerError() {
        for (String accepted : List.of(";;q=;", "*", "-", "de;q=x", "a".repeat(2_000))) {
            Answer answer = a.api().send(a.api().request(path(LONG_AGO)).header("Accept-Language", accepted));

            assertThat(answer.status()).as(accepted + answer.body()).isIn(200, 400);
        }
    }

    @Test
    void confirmedOrNotThenSentWhereTheSettingsSay() { // B7.66
        a.registered("dora");
        String token = safe.token("dora");

        Answer question = safe.call("GET", token, "text/html");
        Answer good = safe.call("POST", token, "text/html");
        Answer bad = safe.call("POST", token, "*/*");

        assertThat(question.header("Content-Security-Policy")).endsWith("form-action 'self' https://www.shop.example");
        assertThat(List.of(good.status(), bad.status())).containsOnly(303);
        assertThat(good.header("Location")).isEqualTo("https://shop.example/welcome.html");
        assertThat(bad.header("Location")).isEqualTo("https://www.shop.example/late?why=link");
        assertThat(good.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(safe.call("GET", "nonsense", "text/html").header("Location"))
                .isEqualTo("https://www.shop.example/late?why=link");
        assertThat(safe.confirm(token).status()).isEqualTo(400);
    }

    @Test
    void followingIsEnoughThenGetConfirmsAndNothingElseThatLooks() { // B7.61
        String token = click.registered("dora");
        assertThat(List.of(
                        click.call("HEAD", token, "text/html").status(),
                        click.call("OPTIONS", token, "*/*").status()))
                .containsOnly(200);
        assertThat(click.account("dora")).startsWith("PENDING");

        Answer first = click.call("GET", token, "text/html");
        Answer second = click.call("GET", token, "text/html");

        assertThat(List.of(first.status(), second.status())).containsOnly(200);
        assertThat(first.body()).contains("Mail address confirmed").isEqualTo(second.body());
        assertThat(click.account("dora")).isEqualTo("ACTIVE dora@example.com dora@example.com");
        assertThat(click.node().events("MailConfirmed")).hasSize(1);
        assertThat(click.confirm(token).status())
                .as("POST uses it, and it is used")
                .isEqualTo(400);
        click.accounts("mail", "dora", "other@example.com");
        assertThat(click.call("GET", token, "text/html").status()).isEqualTo(400);
    }

    @Test
    void pageOfTheApplicationThenTheLinkLeadsThereAndItsTokenConfirms() {
        page.createPending("dora");
        page.desk("send", Map.of("name", "dora"));
        String token = page.token("dora");

        Answer followed = page.call("GET", token, "text/html");

        assertThat(followed.status()).isEqualTo(303);
        assertThat(followed.header("Location")).isEqualTo("https://pages.example/auth/register/confirm/" + token);
        Answer json = page.call("GET", token, "application/json");
        assertThat(json.status()).isEqualTo(200);
        assertThat(json.detail()).contains("POST to this address confirms");
        assertThat(page.call("GET", "x%0d%0aSet-Cookie:a=b", "text/html").status())
                .isEqualTo(400);
        assertThat(page.confirm(token).status()).isEqualTo(200);
    }

    /** What is mounted elsewhere is what {@code confirm-page} names, and must not send a browser to itself. */
    @Test
    void confirmMountedElsewhereThenTheLinkLeadsThereAndItsPageConfirms() {
        RegistrationNode mounted = node("registration-mounted");
        mounted.createPending("dora");
        mounted.desk("send", Map.of("name", "dora"));
        String selector = mounted.rows("SELECT link FROM durin_mail").get(0).get(0);
        String url = mounted.desk("url", Map.of("name", selector, "value", "dora@example.com"));
        String path = url.substring(url.indexOf("api/"));

        Answer followed = mounted.api().send(mounted.api().request(path).header("Accept", "text/html"));
        Answer withSlash = mounted.api().send(mounted.api().request(path + "/").header("Accept", "text/html"));

        assertThat(path).startsWith("api/v2/confirm/");
        assertThat(List.of(followed.status(), withSlash.status())).containsOnly(200);
        assertThat(followed.body()).contains("<form method=\"post\">");
        assertThat(mounted.api().postForm(path, Map.of()).status()).isEqualTo(200);
        assertThat(mounted.account("dora")).startsWith("ACTIVE");
        assertThat(mounted.call("GET", "0".repeat(64), "text/html").status()).isEqualTo(404);
        assertThat(server.log())
                .contains("durin.endpoints=false: links in mails lead to Durin's own paths, where nobody answers. Set"
                        + " durin.accounts.reset-page.");
    }

    @Test
    void accountOfOperatorsMountedElsewhereThenItDoesWhatItsPathNamesAndNothingElse() {
        RegistrationNode mounted = node("registration-mounted");
        mounted.createPending("dora");
        String operator = mounted.api()
                .postForm("api/v2/sign-in", Map.of("username", "root", "password", "root-pass-1", "client", "web"))
                .token();
        String other = mounted.api()
                .postForm("api/v2/sign-in", Map.of("username", "bob", "password", "bob-pass-1", "client", "web"))
                .token();

        assertThat(changeAccount(mounted, "disable", other).status()).isEqualTo(403);
        assertThat(changeAccount(mounted, "delete", operator).status()).isEqualTo(404);
        assertThat(mounted.api().get("api/v2/accounts/disable", operator).status())
                .isEqualTo(405);
        assertThat(mounted.account("dora")).startsWith("PENDING");
        assertThat(changeAccount(mounted, "disable", operator).status()).isEqualTo(200);
        assertThat(mounted.account("dora")).startsWith("DISABLED");
    }

    private static Answer changeAccount(RegistrationNode mounted, String action, String token) {
        return mounted.api()
                .send(mounted.api()
                        .request("api/v2/accounts/" + action)
                        .header("Authorization", "Token " + token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"username\":\"dora\"}")));
    }

    @Test
    void resetPageOfTheApplicationThenTheLinkLeadsThereAndItsTokenSetsThePassword() {
        page.createPending("dora");
        page.desk("send", Map.of("name", "dora"));
        page.confirm(page.token("dora"));
        DATABASE.rowsOf(NAME, "DELETE FROM durin_mail");
        page.api().postForm("api/auth/account/forgotten", Map.of("username", "dora"));
        page.untilOrdered();
        String selector = page.rows("SELECT link FROM durin_mail").get(0).get(0);

        String url = page.desk("url", Map.of("name", selector, "value", mail("dora")));

        assertThat(url).startsWith("https://shop.example/reset?token=" + selector);
        Answer set = page.api()
                .postForm(
                        "api/auth/account/reset/" + RegistrationNode.tokenIn(url),
                        Map.of("new_password", "quite another 8"));
        assertThat(set.status()).as(set.body()).isEqualTo(204);
        assertThat(page.login("dora").status()).isEqualTo(400);
        assertThat(page.api().login("dora", "quite another 8", "web").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unknown",
                "tampered",
                "upper-case",
                "longer",
                "expired",
                "disabled",
                "re-created",
                "re-addressed",
                "password",
                "auth-token",
                "other-key"
            })
    void confirmWhenTheLinkIsBadThenOneAnswer(String why) {
        String token = bad(why);

        Answer answer = a.confirm(token);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.detail()).isEqualTo("Invalid token.");
        assertThat(a.call("POST", token, "text/html").status()).isEqualTo(400);
        assertThat(a.account("dora")).doesNotContain("ACTIVE");
        assertThat(a.node().events("MailConfirmed")).isEmpty();
    }

    private static String bad(String why) {
        String token = a.registered("dora");
        switch (why) {
            case "expired" -> a.node().pass(Duration.ofDays(1).plusSeconds(1));
            case "disabled" -> a.accounts("disable", "dora", "");
            case "re-addressed" -> a.accounts("mail", "dora", "other@example.com");
            case "re-created" -> {
                a.accounts("delete", "dora", "");
                a.registered("dora");
            }
            case "other-key" -> DATABASE.rowsOf(NAME, "UPDATE durin_mailed_link SET key_id = '0000000000000000'");
            default -> {}
        }
        return switch (why) {
            case "unknown" -> LONG_AGO;
            case "tampered" -> token.substring(0, 63) + (token.endsWith("0") ? "1" : "0");
            case "upper-case" -> token.toUpperCase(Locale.ROOT);
            case "longer" -> token + "0";
            case "password" -> a.token("dora", "PASSWORD", mail("dora"));
            case "auth-token" -> a.api().token("alice", "web");
            default -> token;
        };
    }

    @Test
    void linkWhenPresentedAsATokenThenRefused() {
        String token = a.registered("dora");
        a.confirm(token);

        for (String presented : List.of(token, a.token("dora", "ADDRESS", "d@example.com"))) {
            assertThat(a.api().get("api/who/authenticated", presented).detail()).isEqualTo("Invalid token.");
        }
    }

    @Test
    void noRegistrationThenItsEndpointIsNotThere() {
        Api none = server.api("registration-none");

        assertThat(none.postForm("api/auth/register", Map.of()).status()).isEqualTo(404);
        assertThat(none.get("api/auth/register").status()).isEqualTo(404);
        assertThat(none.postForm("api/auth/register/resend", Map.of("username", "x"))
                        .status())
                .isEqualTo(202);
        assertThat(alone.api()
                        .postForm("api/auth/register/resend", Map.of("username", "x"))
                        .status())
                .isEqualTo(404);
        assertThat(alone.confirm(LONG_AGO).status()).isEqualTo(404);
    }

    @Test
    void noOtherStoreThenDeployedAndRegistered() {
        assertThat(alone.register("dora").status()).as(server.log()).isEqualTo(201);
        assertThat(alone.login("dora").status()).isEqualTo(200);
    }

    @Test
    void anotherStoreThenNotDeployed() {
        assertThat(server.api("registration-beside").get("api/who/open").status())
                .isEqualTo(404);
        assertThat(server.log())
                .contains(
                        "durin.registration.enabled=true: the identity store dev.durin.it.app.TestIdentityStore checks"
                                + " passwords, too");
    }

    @Test
    void everythingWrittenDownThenNoLinkInIt() { // B1.2
        String used = a.registered("dora");
        a.confirm(used);
        String open = a.registered("eve");
        a.confirm("f".repeat(64));

        String written = dump() + server.log() + a.node().control("events", "").body();

        assertThat(written).contains("dora", used.substring(0, 32));
        for (String token : List.of(used, open)) {
            assertThat(written).doesNotContain(token.substring(32));
        }
        assertThat(written).doesNotContain(PASSWORD);
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
