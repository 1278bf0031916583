package dev.durin.it;

import static dev.durin.it.AtOnce.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What callers do with accounts of their own. No mail server is there: what would be mailed stays in the table. A second
 * application sends no mail at all.
 */
@Tag("host-variants")
class OwnAccountIT {

    private static final TestDatabase DATABASE = Databases.current();
    private static final String NAME = "own_account";
    private static final String PASSWORD = "zebra-Crossing 7";
    private static final String OTHER = "quite another 8";

    private static ServerProcess server;
    private static NodeApi a;
    private static NodeApi plain;
    private static NodeApi held;

    @BeforeAll
    static void startServer() throws IOException {
        DATABASE.create(NAME);
        Map<String, String> accounts = Map.of(
                "durin.accounts.enabled", "true",
                "durin.accounts.password-iterations", "10000",
                "durin.api-access.client-name", "api",
                "durin.clients.api.token-ttl", "365d",
                "durin.clients.shared.login-policy", "reuse",
                "durin.throttle.failed-logins", "5",
                "durin.registration.rate", "unlimited",
                "durin.accounts.recipient-rate", "unlimited",
                "durin.token.cache-timeout", "1h");
        Map<String, String> mail = new HashMap<>(accounts);
        mail.putAll(Map.of(
                "durin.accounts.base-url", "https://shop.example/app/api/",
                "durin.mail.host", "127.0.0.1",
                "durin.mail.port", "1",
                "durin.mail.security", "none",
                "durin.mail.from", "shop@example.com"));
        server = TestServer.current()
                .startWithMail(
                        "own-account",
                        List.of(
                                application("own-account", Deployments.settings(mail)),
                                application("own-account-plain", Deployments.settings(accounts)),
                                application("own-account-held", Deployments.settings(mail))
                                        .addClass("dev.durin.it.variant.DuringMail")
                                        .addClass("dev.durin.it.variant.DuringPasswordCheck")));
        a = new NodeApi(server, "own-account");
        plain = new NodeApi(server, "own-account-plain");
        held = new NodeApi(server, "own-account-held");
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
        DATABASE.rowsOf(NAME, "DELETE FROM durin_mail");
        DATABASE.rowsOf(NAME, "DELETE FROM durin_mailed_link");
        DATABASE.rowsOf(NAME, "DELETE FROM durin_token");
        DATABASE.rowsOf(NAME, "DELETE FROM durin_account");
        // So that the failed logins of one test are none of the next one's.
        Stream.of(a, plain, held).forEach(node -> {
            node.control("reset", "");
            node.pass(Duration.ofDays(1));
        });
        call("create", "dora", PASSWORD);
        confirm("dora@example.com");
    }

    private static void confirm(String address) {
        DATABASE.rowsOf(NAME, "UPDATE durin_account SET mail = ?, confirmed_mail = ?", address, address);
    }

    private static String call(String what, String name, String value) {
        Answer answer = a.api().postForm("api/accounts/" + what, Map.of("name", name, "value", value));
        assertThat(answer.status()).as(what + " " + answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static String token() {
        return a.api().login("dora", PASSWORD, "web").token();
    }

    private static int login(String password) {
        return a.api().login("dora", password, "web").status();
    }

    private static Answer post(NodeApi node, String path, String token, Map<String, Object> fields) {
        JsonObjectBuilder body = Json.createObjectBuilder();
        fields.forEach((name, value) -> {
            if (value instanceof Boolean flag) {
                body.add(name, flag);
            } else {
                body.add(name, value.toString());
            }
        });
        return node.api()
                .send(node.api()
                        .request(path)
                        .header("Authorization", "Token " + token)
                        .header("Content-Type", "application/json")
                        .header("Accept-Language", "de")
                        .POST(BodyPublishers.ofString(body.build().toString())));
    }

    private static Answer changePassword(String token, Map<String, Object> fields) {
        return post(a, "api/auth/account/password", token, fields);
    }

    private static int status(String token) {
        return a.status("api/who/authenticated", token);
    }

    /** What shall be mailed, the oldest first: kind, address and language. */
    private static List<List<String>> mails() {
        return DATABASE.rowsOf(NAME, "SELECT kind, mail, language FROM durin_mail ORDER BY id");
    }

    /** The text of the link in the newest mail. */
    private static String link() {
        List<List<String>> links = DATABASE.rowsOf(NAME, "SELECT link FROM durin_mail ORDER BY id DESC");
        return call("link", links.get(0).get(0), "");
    }

    private static Answer forgot(String name) {
        return a.api().postForm("api/auth/account/forgotten", Map.of("username", name));
    }

    /** Has a link mailed that sets a password, and follows it. */
    private static String resetLink() {
        int before = mails().size();
        assertThat(forgot("dora").status()).isEqualTo(202);
        NodeApi.until(() -> mails().size() > before);
        return "api/auth/account/reset/" + link();
    }

    private static Answer set(String link, String password) {
        return a.api().postForm(link, Map.of("new_password", password));
    }

    @Test
    void accountThenItsOwnerSeesIt() {
        call("groups", "dora", "user,staff");

        Answer answer = a.api().get("api/auth/account", token());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.json().keySet())
                .containsExactly("username", "email", "email_confirmed", "groups", "password_changed", "created");
        assertThat(answer.body())
                .contains("\"username\":\"dora\",\"email\":\"dora@example.com\",\"email_confirmed\":true,"
                        + "\"groups\":[\"staff\",\"user\"]")
                .doesNotContain("hash");
    }

    @Test
    void accountWhenNoneOfDurinsThen404() {
        assertThat(a.api()
                        .get("api/auth/account", a.api().token("alice", "web"))
                        .status())
                .isEqualTo(404);
        assertThat(changePassword(a.api().token("alice", "web"), Map.of("password", "x", "new_password", OTHER))
                        .status())
                .isEqualTo(404);
    }

    /** Design decision 22. */
    @Test
    void accountWhenApiAccessTokenThenRefused() {
        String key = a.api().post("api/auth/apiaccess", token()).token();

        assertThat(a.api().get("api/auth/account", key).status()).isEqualTo(403);
        assertThat(changePassword(key, Map.of("password", PASSWORD, "new_password", OTHER))
                        .status())
                .isEqualTo(403);
        assertThat(post(a, "api/auth/account/email", key, Map.of("password", PASSWORD, "email", "x@y.z"))
                        .status())
                .isEqualTo(403);
        assertThat(login(PASSWORD)).isEqualTo(200);
    }

    /** B5.44, B7.70 */
    @Test
    void changedPasswordThenAllOtherSessionsEndAndTheOwnerIsTold() {
        String own = a.api().login("dora", PASSWORD, "shared").token();
        String other = a.api().login("dora", PASSWORD, "shared").token();
        String elsewhere = a.api().login("dora", PASSWORD, "cli").token();

        Answer answer = changePassword(own, Map.of("password", PASSWORD, "new_password", OTHER));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        // A login with the old password has the same token: whoever made it must not go on.
        assertThat(other).isEqualTo(own);
        assertThat(List.of(status(own), status(elsewhere))).containsOnly(401);
        assertThat(answer.json().keySet()).containsExactly("expiry", "token");
        assertThat(a.api().get("api/who/open", answer.token()).body()).isEqualTo("dora");
        assertThat(login(PASSWORD)).isEqualTo(400);
        assertThat(login(OTHER)).isEqualTo(200);
        assertThat(a.events("TokenRevoked")).isNotEmpty().allMatch(event -> event.contains("PASSWORD_CHANGED"));
        assertThat(mails()).containsExactly(List.of("PASSWORD_CHANGED", "dora@example.com", "de"));
    }

    /** Both know the old password, but it is the old one for one of them alone. */
    @RepeatedTest(5)
    void changedPasswordWhenTwiceAtOnceThenOnce() throws Exception {
        List<String> tokens =
                List.of(token(), a.api().login("dora", PASSWORD, "cli").token());

        List<Integer> statuses = atOnce(
                        2,
                        n -> changePassword(
                                tokens.get(n),
                                Map.of("password", PASSWORD, "new_password", OTHER + n, "keep_sessions", true)))
                .stream()
                .map(Answer::status)
                .toList();

        assertThat(statuses).containsExactlyInAnyOrder(204, 400);
        assertThat(login(OTHER + statuses.indexOf(204))).isEqualTo(200);
    }

    /** Whoever comes too late, such as the second of two clicks, ends nobody's session. */
    @ParameterizedTest
    @ValueSource(strings = {"with the old password", "with a link"})
    void changedPasswordWhenSomebodyElseWasFasterThenTheirSessionsStay(String how) {
        String token = held.api().login("dora", PASSWORD, "web").token();
        String link = resetLink();
        held.api().postForm("api/accounts/password-and-login-during-change", Map.of("name", "dora", "value", OTHER));
        held.control("forget-events", "");

        Answer late = how.equals("with a link")
                ? held.api().postForm(link, Map.of("new_password", "too late 99"))
                : post(
                        held,
                        "api/auth/account/password",
                        token,
                        Map.of("password", PASSWORD, "new_password", "too late 99"));

        assertThat(late.status()).as(late.body()).isEqualTo(400);
        assertThat(DATABASE.rowsOf(NAME, "SELECT id FROM durin_token")).hasSize(1);
        assertThat(login(OTHER)).isEqualTo(200);
        assertThat(login("too late 99")).isEqualTo(400);
    }

    /** B5.44: never is the password changed while the sessions of whoever knew the old one live on, and it can be tried again. */
    @ParameterizedTest
    @ValueSource(strings = {"TokenRevoked", "AccountChanged"})
    void changedPasswordWhenTheDatabaseFailsHalfWayThenThePasswordIsTheOldOne(String step) {
        String token = token();
        String link = resetLink();
        a.control("rolling-back-event", step);

        Answer changed = changePassword(token, Map.of("password", PASSWORD, "new_password", OTHER));
        Answer reset = set(link, OTHER);

        assertThat(List.of(changed.status(), reset.status())).containsOnly(503);
        a.control("rolling-back-event", "");
        assertThat(login(OTHER)).isEqualTo(400);
        assertThat(login(PASSWORD)).isEqualTo(200);
        assertThat(status(token)).isEqualTo(step.equals("TokenRevoked") ? 200 : 401);
        assertThat(set(link, OTHER).status()).isEqualTo(204);
        assertThat(status(token)).isEqualTo(401);
        assertThat(login(OTHER)).isEqualTo(200);
    }

    @Test
    void changedPasswordWhenToldSoThenSessionsStay() {
        String own = token();
        String elsewhere = a.api().login("dora", PASSWORD, "cli").token();

        Answer answer = changePassword(own, Map.of("password", PASSWORD, "new_password", OTHER, "keep_sessions", true));

        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
        assertThat(List.of(status(own), status(elsewhere))).containsOnly(200);
        assertThat(login(OTHER)).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            wrong            | quite another 8 | "password":["The password is not right."]
            zebra-Crossing 7 | short           | "new_password":["A password has at least 8 characters."]
            zebra-Crossing 7 | password1       | "new_password":["This password is too common."]
            zebra-Crossing 7 | ''              | "new_password":["This field may not be blank."]
            """)
    void changedPasswordWhenRefusedThenTheFieldIsNamedAndNothingChanges(String old, String wanted, String said) {
        String token = token();

        Answer answer = changePassword(token, Map.of("password", old, "new_password", wanted));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains(said);
        assertThat(login(PASSWORD)).isEqualTo(200);
        assertThat(status(token)).isEqualTo(200);
        assertThat(mails()).isEmpty();
    }

    @Test
    void changedPasswordWhenKeepSessionsIsNoFlagThen400() {
        Answer answer = changePassword(
                token(), Map.of("password", PASSWORD, "new_password", OTHER, "keep_sessions", "perhaps"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("\"keep_sessions\":[\"Must be true or false.\"]");
        assertThat(login(PASSWORD)).isEqualTo(200);
    }

    /** Whoever has stolen a token must not be able to try passwords with it faster than by logging in. B6.54 */
    @Test
    void changedPasswordWhenGuessedThenTheNameHasToWait() {
        String token = token();
        // The name has to wait for no more than a second.
        a.control("stop-time", Instant.now().plus(Duration.ofDays(1)).toString());
        for (int guess = 0; guess < 5; guess++) {
            changePassword(token, Map.of("password", "guess " + guess, "new_password", OTHER));
        }

        Answer answer = changePassword(token, Map.of("password", PASSWORD, "new_password", OTHER));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("The password is not right.");
        String guess = "LoginFailed[username=dora, client=web, reason=%s, remoteAddress=127.0.0.1]";
        assertThat(a.events("LoginFailed"))
                .hasSize(6)
                .startsWith(guess.formatted("CREDENTIALS"))
                .endsWith(guess.formatted("LOCKED"));
        assertThat(status(token)).isEqualTo(200);
        a.pass(Duration.ofHours(2));
        assertThat(login(PASSWORD)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"api/auth/account/password", "api/auth/account/email", "api/auth/account"})
    void ownEndpointsWhenNoTokenThen401(String path) {
        Answer answer = path.endsWith("account") ? a.api().get(path) : a.api().postForm(path, Map.of());

        assertThat(answer.status()).isEqualTo(401);
    }

    /** B7.62: nothing is changed before the mail at the new address was answered. */
    @Test
    void changedAddressThenALinkGoesThereAndTheAccountStaysAsItIs() {
        String token = token();

        Answer answer =
                post(a, "api/auth/account/email", token, Map.of("password", PASSWORD, "email", "new@example.com"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo("{\"success\":true}");
        assertThat(mails()).containsExactly(List.of("CONFIRM_ADDRESS", "new@example.com", "de"));
        assertThat(a.api().get("api/auth/account", token).json().getString("email"))
                .isEqualTo("dora@example.com");
        assertThat(DATABASE.rowsOf(NAME, "SELECT purpose, mail FROM durin_mailed_link"))
                .containsExactly(List.of("ADDRESS", "new@example.com"));
    }

    @Test
    void changedAddressWhenAskedAgainThenTheEarlierLinkIsVoid() {
        String token = token();
        for (String address : List.of("first@example.com", "second@example.com")) {
            post(a, "api/auth/account/email", token, Map.of("password", PASSWORD, "email", address));
        }

        assertThat(DATABASE.rowsOf(NAME, "SELECT mail FROM durin_mailed_link"))
                .containsExactly(List.of("second@example.com"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            wrong            | new@example.com | "password":["The password is not right."]
            zebra-Crossing 7 | new             | "email":["A mail address has a single @
            zebra-Crossing 7 | a@b,c@d         | "email":["A mail address has a single @
            zebra-Crossing 7 | a@example..com  | "email":["No mail can be sent to this address.
            """)
    void changedAddressWhenRefusedThenTheFieldIsNamed(String password, String address, String said) {
        Answer answer = post(a, "api/auth/account/email", token(), Map.of("password", password, "email", address));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains(said);
        assertThat(mails()).isEmpty();
    }

    /** Whoever has chosen another password meanwhile must not find a link on its way to an address of somebody else's. */
    @Test
    void changedAddressWhenThePasswordIsChangedMeanwhileThenRefused() {
        String token = held.api().login("dora", PASSWORD, "web").token();
        held.api().postForm("api/accounts/password-during-login", Map.of("name", "dora", "value", OTHER));

        Answer answer =
                post(held, "api/auth/account/email", token, Map.of("password", PASSWORD, "email", "new@example.com"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("\"password\":[\"The password is not right.\"]");
        assertThat(mails()).extracting(mail -> mail.get(0)).containsExactly("PASSWORD_CHANGED");
        assertThat(DATABASE.rowsOf(NAME, "SELECT mail FROM durin_mailed_link")).isEmpty();
        assertThat(DATABASE.rowsOf(NAME, "SELECT mail, confirmed_mail FROM durin_account"))
                .containsExactly(List.of("dora@example.com", "dora@example.com"));
        assertThat(login(OTHER)).isEqualTo(200);
    }

    /** B7.68 */
    @Test
    void changedAddressWhenAskedTooOftenThen429() {
        String token = token();
        List<Answer> answers = IntStream.range(0, 6)
                .mapToObj(n -> post(
                        a,
                        "api/auth/account/email",
                        token,
                        Map.of("password", PASSWORD, "email", "n" + n + "@example.com")))
                .toList();

        assertThat(answers).extracting(Answer::status).containsExactly(202, 202, 202, 202, 202, 429);
        Answer refused = answers.get(5);
        assertThat(refused.detail()).startsWith("Too many links were mailed for this account.");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(3_500, 3_600);
        assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"requests\";q=5;w=3600");
        // Those before are void by then, and are given up as soon as it is tried to send them.
        assertThat(mails()).last().asString().contains("n4@example.com");
    }

    @Test
    void changedAddressWhenNoMailIsSentThenChangedAtOnceAndNotConfirmed() {
        String token = plain.api().login("dora", PASSWORD, "web").token();

        Answer answer =
                post(plain, "api/auth/account/email", token, Map.of("password", PASSWORD, "email", "new@example.com"));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(plain.api().get("api/auth/account", token).body())
                .contains("\"email\":\"new@example.com\",\"email_confirmed\":false");
        assertThat(plain.api()
                        .postForm("api/auth/account/forgotten", Map.of("username", "dora"))
                        .status())
                .isEqualTo(404);
    }

    /** One answer for all, and mail for one. */
    @ParameterizedTest
    @ValueSource(strings = {"unknown", "unconfirmed", "disabled", "pending", "known"})
    void forgottenThenTheAnswerTellsNothing(String who) {
        call("create", "eve", PASSWORD);
        DATABASE.rowsOf(NAME, "UPDATE durin_account SET confirmed_mail = 'eve@example.com' WHERE name = 'eve'");
        switch (who) {
            case "unconfirmed" ->
                DATABASE.rowsOf(NAME, "UPDATE durin_account SET confirmed_mail = NULL WHERE name = 'dora'");
            case "disabled" -> call("disable", "dora", "");
            case "pending" -> DATABASE.rowsOf(NAME, "UPDATE durin_account SET state = 'PENDING' WHERE name = 'dora'");
            default -> {}
        }

        Answer answer = forgot(who.equals("unknown") ? "nobody" : "dora");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo("{\"success\":true}");
        if (who.equals("known")) {
            NodeApi.until(() -> !mailsTo("dora@example.com").isEmpty());
        } else {
            // What is mailed after it is there, so what was not mailed before will not come any more.
            NodeApi.until(() -> {
                forgot("eve");
                return mailsTo("eve@example.com").size() > 2;
            });
            assertThat(mailsTo("dora@example.com")).isEmpty();
        }
    }

    private static List<List<String>> mailsTo(String address) {
        return mails().stream().filter(mail -> mail.contains(address)).toList();
    }

    @Test
    void forgottenThenTheLinkSetsAPasswordOnceAndEndsEverySession() {
        String token = token();
        String link = resetLink();

        assertThat(a.api().get(link).body()).isEqualTo("{\"valid\":true}");
        assertThat(mails()).extracting(mail -> mail.get(0)).containsExactly("RESET_PASSWORD");
        Answer answer = set(link, OTHER);

        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
        assertThat(status(token)).isEqualTo(401);
        assertThat(login(PASSWORD)).isEqualTo(400);
        assertThat(login(OTHER)).isEqualTo(200);
        assertThat(set(link, "once more 123").status()).isEqualTo(400);
        assertThat(a.api().get(link).detail()).isEqualTo("This link is not good any more. Ask for another one.");
        // The first one may be given up by now, for its link was used.
        assertThat(mails()).extracting(mail -> mail.get(0)).last().isEqualTo("PASSWORD_CHANGED");
    }

    @Test
    void forgottenWhenABrowserFollowsTheLinkThenAPageAsksForThePassword() {
        String link = resetLink();

        Answer page = a.api()
                .send(a.api()
                        .request(link)
                        .header("Accept", "text/html,*/*;q=0.8")
                        .header("Accept-Language", "de-AT,en;q=0.5"));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=utf-8");
        assertThat(page.body()).contains("lang=\"de").contains("Neues Passwort").contains("<form method=\"post\">");
        assertThat(page.header("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        Answer refused = byBrowser(link, "short");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body())
                .contains("A password has at least 8 characters.")
                .contains("<form");
        assertThat(byBrowser(link, OTHER).body()).contains("Your password was changed.");
        assertThat(byBrowser(link, OTHER).status()).isEqualTo(400);
        assertThat(login(OTHER)).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            short     | Ein Passwort hat mindestens 8 Zeichen.
            ''        | Ein Passwort hat mindestens 8 Zeichen.
            password1 | Dieses Passwort ist zu verbreitet.
            long      | Ein Passwort hat höchstens 128 Zeichen.
            blank     | Ein Passwort darf weder leer sein noch Null-Zeichen enthalten.
            """)
    void forgottenWhenThePasswordDoesNotDoThenTheFormSaysSoInItsLanguage(String password, String said) {
        String typed =
                switch (password) {
                    case "long" -> "x".repeat(5_000);
                    case "blank" -> " ".repeat(9);
                    default -> password;
                };

        Answer answer = byBrowser(resetLink(), typed, "de-AT,en;q=0.5");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=utf-8");
        assertThat(answer.body()).contains("<p>" + said + "</p>", "Neues Passwort", "<form");
        assertThat(login(PASSWORD)).isEqualTo(200);
    }

    private static Answer byBrowser(String link, String password) {
        return byBrowser(link, password, "en");
    }

    private static Answer byBrowser(String link, String password, String language) {
        return a.api()
                .send(a.api()
                        .request(link)
                        .header("Accept", "text/html")
                        .header("Accept-Language", language)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("new_password=" + Api.encode(password))));
    }

    /** B7.62 */
    @ParameterizedTest
    @ValueSource(strings = {"expired", "disabled", "address", "password", "recreated", "tampered", "selector", "empty"})
    void forgottenWhenTheLinkIsNotGoodThenNothingChanges(String why) {
        String link = resetLink();
        switch (why) {
            case "expired" -> a.pass(Duration.ofHours(1));
            case "disabled" -> call("disable", "dora", "");
            case "address" -> confirm("new@example.com");
            case "password" -> call("password", "dora", PASSWORD);
            case "recreated" -> {
                call("delete", "dora", "");
                call("create", "dora", PASSWORD);
            }
            case "tampered" -> link = link.substring(0, link.length() - 1) + (link.endsWith("0") ? "1" : "0");
            case "selector" -> link = link.substring(0, link.length() - 32);
            default -> link = link.substring(0, link.length() - 64) + "%20";
        }

        Answer answer = set(link, OTHER);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        call("enable", "dora", "");
        assertThat(login(OTHER)).isEqualTo(400);
        assertThat(login(PASSWORD)).isEqualTo(200);
    }

    /** B7.62 */
    @RepeatedTest(5)
    void forgottenWhenSixUseTheLinkAtOnceThenOneDoes() throws Exception {
        String link = resetLink();

        List<Answer> answers = atOnce(6, n -> set(link, OTHER + n));

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(204);
        int winner = IntStream.range(0, 6)
                .filter(n -> answers.get(n).status() == 204)
                .findFirst()
                .orElseThrow();
        assertThat(login(OTHER + winner)).isEqualTo(200);
        assertThat(login(OTHER + (winner + 1) % 6)).isEqualTo(400);
    }

    @Test
    void forgottenWhenHeadOptionsOrGetThenTheLinkStaysGood() {
        String link = resetLink();

        for (String method : List.of("HEAD", "OPTIONS", "GET", "DELETE", "PUT")) {
            a.api().send(a.api().request(link).method(method, BodyPublishers.noBody()));
        }

        assertThat(set(link, OTHER).status()).isEqualTo(204);
    }

    /** B7.70 */
    @Test
    void apiAccessTokenThenTheOwnerIsTold() {
        a.api().post("api/auth/apiaccess", token());

        NodeApi.until(() -> !mails().isEmpty());
        assertThat(mails()).containsExactly(List.of("API_ACCESS_ISSUED", "dora@example.com", "en"));
    }

    /** B1.2 */
    @Test
    void linkThenNotInAnyTable() {
        String text = resetLink().substring("api/auth/account/reset/".length());

        for (String table : List.of("durin_mail", "durin_mailed_link")) {
            assertThat(DATABASE.rowsOf(NAME, "SELECT * FROM " + table).toString())
                    .doesNotContain(text.substring(32));
        }
        assertThat(server.log()).doesNotContain(text);
    }
}
