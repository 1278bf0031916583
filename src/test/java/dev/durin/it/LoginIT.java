package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("smoke")
class LoginIT extends ServerTest {

    private static final String CREDENTIALS = "\"username\":\"alice\",\"password\":\"alice-pass-1\"";

    @Test
    void loginWhenFormThenTokenAndExpiryAndNothingIsCached() {
        Answer answer = api.login("alice", "mobile");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().keySet()).containsExactly("expiry", "token");
        assertThat(answer.token()).matches("[0-9a-f]{64}");
        Duration left =
                Duration.between(Instant.now(), Instant.parse(answer.json().getString("expiry")));
        assertThat(left).isBetween(Duration.ofDays(7).minusMinutes(1), Duration.ofDays(7));
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store"); // B1.7
        assertThat(tokenRows()).isEqualTo(1);
    }

    @Test
    void loginWhenJsonThenTokenWorks() {
        Answer answer = api.postJson("api/auth/login", "{" + CREDENTIALS + ",\"client\":\"web\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(api.get("api/who/authenticated", answer.token()).body()).isEqualTo("alice");
    }

    @Test
    void loginWhenMultipartThenNonAsciiNamesSurvive() {
        Answer answer = multipart(Map.of("username", "bobé", "password", "bobé-pass-1", "client", "web"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(database.rows("SELECT caller FROM durin_token").get(0)).containsExactly("bobé");
    }

    @Test
    void loginWhenFormThenNonAsciiNamesSurvive() {
        assertThat(api.login("bobé", "web").status()).isEqualTo(200);
        assertThat(database.rows("SELECT caller FROM durin_token").get(0)).containsExactly("bobé");
    }

    @Test
    void loginWhenSlashAtTheEndThenTheSame() {
        Answer answer = api.postForm(
                "api/auth/login/", Map.of("username", "alice", "password", "alice-pass-1", "client", "web"));

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void loginWhenTokenNeverExpiresThenItsOwnerIsTold() { // B4.34
        Answer answer = api.login("alice", "cli");

        assertThat(answer.json().isNull("expiry")).isTrue();
        JsonObject session =
                api.get("api/auth/sessions", answer.token()).array().getJsonObject(0);
        assertThat(session.isNull("expiry")).isTrue();
        assertThat(session.getString("expires_in_str")).isEqualTo("never");
        pass(Duration.ofDays(40_000));
        assertThat(api.get("api/who/authenticated", answer.token()).status()).isEqualTo(200);
    }

    @Test
    void loginWhenSpacesAroundNameThenTrimmed() {
        assertThat(api.login(" alice ", "alice-pass-1", "web").status()).isEqualTo(200);
        assertThat(api.login("alice", " alice-pass-1 ", "web").status()).isEqualTo(400);
    }

    @Test
    void loginWhenDeadTokenInHeaderThenItIsIgnored() {
        String dead = "0".repeat(64);

        Answer answer = api.send(api.request("api/auth/login")
                .header("Authorization", "Token " + dead)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{" + CREDENTIALS + ",\"client\":\"web\"}")));

        assertThat(answer.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {} | username | This field is required.
            {} | password | This field is required.
            {"username":"","password":""} | username | This field may not be blank.
            {"username":" ","password":"x"} | username | This field may not be blank.
            {"username":"alice","password":""} | password | This field may not be blank.
            {"username":null,"password":"x"} | username | This field may not be null.
            {"username":true,"password":"x"} | username | Not a valid string.
            {"username":["alice"],"password":"x"} | username | Not a valid string.
            {"username":"alice","password":{"a":1}} | password | Not a valid string.
            {"username":"ali\\u0000ce","password":"x"} | username | Null characters are not allowed.
            {"username":"alice","password":"a\\u0000"} | password | Null characters are not allowed.
            {"username":"alice","password":"x","token_name":null} | token_name | This field may not be null.
            {"username":"alice","password":"x","token_name":["a"]} | token_name | Not a valid string.
            {"username":"alice","password":"x","token_name":true} | token_name | Not a valid string.
            {"username":"alice","password":"x","token_name":"a\\u0000b"} | token_name | Null characters are not allowed.
            {"token_name":null} | username | This field is required.
            """)
    void loginWhenFieldIsWrongThenItIsNamed(String body, String field, String message) {
        Answer answer = api.postJson("api/auth/login", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().getJsonArray(field).getString(0)).isEqualTo(message);
        assertThat(answer.json().getInt("status")).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                    | No client specified.
            ,"client":""          | No client specified.
            ,"client":null        | No client specified.
            ,"client":"unknown"   | No client with that name.
            ,"client":"WEB"       | No client with that name.
            ,"client":" web"      | No client with that name.
            ,"client":7           | No client with that name.
            ,"client":true        | No client with that name.
            ,"client":["web"]     | No client with that name.
            ,"client":"we\\u0000b"| No client with that name.
            ,"client":"closed"    | This client is disabled.
            """)
    void loginWhenClientIsWrongThenDetail(String client, String detail) {
        Answer answer = api.postJson("api/auth/login", "{" + CREDENTIALS + client + "}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail()).isEqualTo(detail);
        assertThat(tokenRows()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"alice,wrong", "nobody,alice-pass-1", "ivan,ivan-pass-1", "alice,alice-pass-1"})
    void loginWhenRefusedThenOneAnswerForEveryReason(String caller, String password) {
        control("groups", "ivan=user");
        control("inactive", "ivan");
        control("veto", "alice");

        Answer answer = api.login(caller, password, "web");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body())
                .isEqualTo(
                        "{\"type\":\"tag:durin.dev,2026:problem/not-logged-in\",\"title\":\"Not logged in\",\"status\":400,"
                                + "\"non_field_errors\":[\"Unable to log in with provided credentials.\"]}");
        assertThat(tokenRows()).isZero();
        assertThat(events("LoginFailed")).hasSize(1);
        assertThat(events("LoginSucceeded")).isEmpty();
    }

    @Test
    void loginWhenNameHasLineBreaksThenTheEventHasNone() { // B11.92
        api.login("alice\nLoginSucceeded[caller=root", "wrong", "web");

        assertThat(events("LoginFailed"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("LoginFailed[username=alice LoginSucceeded[caller=root, client=web");
    }

    @Test
    void loginWhenPolicyRefusesThenLikeAWrongPassword() {
        control("refuse", "root");

        assertThat(api.login("root", "web").body())
                .isEqualTo(api.login("root", "wrong", "web").body());
        assertThat(events("LoginFailed").get(0)).contains("reason=POLICY");
    }

    @Test
    void loginWhenOtherMediaTypeThen415() {
        Answer answer = api.send(api.request("api/auth/login")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("username=alice")));

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.detail()).isEqualTo("Unsupported media type \"text/plain\" in request.");
    }

    @Test
    void loginWhenNoBodyThenFieldsAreRequired() {
        Answer answer = api.send(api.request("api/auth/login").POST(BodyPublishers.noBody()));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().containsKey("username")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "PATCH", "DELETE"})
    void loginWhenOtherMethodThen405(String method) {
        Answer answer = api.send(api.request("api/auth/login").method(method, BodyPublishers.noBody()));

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo("POST, OPTIONS");
        assertThat(answer.detail()).isEqualTo("Method \"" + method + "\" not allowed.");
    }

    @Test
    void loginWhenHeadOrOptionsThenAnsweredWithAllow() {
        Answer head = api.send(api.request("api/auth/login").method("HEAD", BodyPublishers.noBody()));
        Answer options = api.send(api.request("api/auth/login").method("OPTIONS", BodyPublishers.noBody()));

        assertThat(head.status()).isEqualTo(405);
        assertThat(head.body()).isEmpty();
        assertThat(options.status()).isEqualTo(200);
        assertThat(options.header("Allow")).isEqualTo("POST, OPTIONS");
        assertThat(options.json().getString("name")).isEqualTo("Login");
    }

    @Test
    void loginWhenJsonIsNotAcceptedThen406() {
        Answer answer = api.send(api.request("api/auth/login")
                .header("Accept", "text/csv")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{" + CREDENTIALS + ",\"client\":\"web\"}")));

        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.detail()).isEqualTo("Could not satisfy the request Accept header.");
        assertThat(tokenRows()).isZero();
    }

    /** Addresses are written into logs, this one by the server too; a password there must not be of use. */
    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "application/json", "multipart/form-data; boundary=x"})
    void loginWhenCredentialsAreInTheQueryThenTheyAreNotRead(String type) {
        Answer answer = api.send(api.request("api/auth/login?username=bob&password=bob-pass-1&client=web")
                .header("Content-Type", type)
                .POST(BodyPublishers.noBody()));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(tokenRows()).isZero();
    }

    @Test
    void loginWhenUserAgentIsLongThenItIsCut() { // B11.96
        Answer answer = api.send(api.request("api/auth/login")
                .header("User-Agent", "a".repeat(300))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{" + CREDENTIALS + ",\"client\":\"web\"}")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(database.rows("SELECT login_user_agent, login_address FROM durin_token")
                        .get(0))
                .containsExactly("a".repeat(256), "127.0.0.1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            '"laptop"'              | laptop
            '"  at home "'          | at home
            '""'                    | ''
            '"   "'                 | ''
            '7'                     | 7
            '"line\\nbreak"'      | line break
            """)
    void loginWhenTheTokenIsNamedThenItKeepsTheName(String json, String name) {
        Answer answer =
                api.postJson("api/auth/login", "{" + CREDENTIALS + ",\"client\":\"web\",\"token_name\":" + json + "}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(database.rows("SELECT name FROM durin_token").get(0)).containsExactly(name);
    }

    @Test
    void loginWhenTheTokensNameIsLongThenItIsCut() {
        assertThat(multipart(Map.of(
                                "username", "alice",
                                "password", "alice-pass-1",
                                "client", "web",
                                "token_name", "n".repeat(5_000)))
                        .status())
                .isEqualTo(200);
        assertThat(database.rows("SELECT name FROM durin_token").get(0)).containsExactly("n".repeat(255));
    }

    @Test
    void loginWhenReusedUnderAnotherNameThenItHasTheLatest() {
        Map<String, String> fields = Map.of("username", "alice", "password", "alice-pass-1", "client", "mobile");
        Map<String, String> named = new HashMap<>(fields);
        named.put("token_name", "phone");

        Answer first = api.postForm("api/auth/login", fields);
        Answer second = api.postForm("api/auth/login", named);

        assertThat(second.token()).isEqualTo(first.token());
        assertThat(database.rows("SELECT name FROM durin_token").get(0)).containsExactly("phone");
    }

    @Test
    void loginWhenTheTokenIsNamedThenObserversAreToldBeforeThePassword() {
        api.postForm(
                "api/auth/login",
                Map.of("username", "alice", "password", "wrong", "client", "web", "token_name", " laptop "));

        assertThat(events("LoginStarting")).hasSize(1).first().asString().endsWith(", web, laptop]");
        assertThat(tokenRows()).isZero();
    }

    private Answer multipart(Map<String, String> fields) {
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append("--frontier\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        body.append("--frontier--\r\n");
        return api.send(api.request("api/auth/login")
                .header("Content-Type", "multipart/form-data; boundary=frontier")
                .POST(BodyPublishers.ofString(body.toString())));
    }
}
