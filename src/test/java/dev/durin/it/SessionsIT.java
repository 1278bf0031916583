package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("smoke")
class SessionsIT extends ServerTest {

    @Test
    void listThenOwnLiveSessionsWithoutSecrets() {
        String web = api.token("alice", "web");
        String mobile = api.token("alice", "mobile");
        api.token("alice", "swift");
        api.token("bob", "web");
        pass(Duration.ofHours(12));

        Answer answer = api.get("api/auth/sessions", mobile);

        assertThat(answer.status()).isEqualTo(200);
        List<JsonObject> sessions = answer.array().getValuesAs(JsonObject.class);
        assertThat(sessions).hasSize(2);
        assertThat(sessions.get(0).keySet())
                .containsExactlyInAnyOrder(
                        "id",
                        "client",
                        "created",
                        "expiry",
                        "has_expired",
                        "is_current",
                        "name",
                        "address",
                        "user_agent",
                        "expires_in_str",
                        "last_used",
                        "last_address",
                        "last_user_agent");
        assertThat(sessions).extracting(session -> session.getString("client")).containsExactly("web", "mobile");
        assertThat(sessions)
                .extracting(session -> session.getBoolean("is_current"))
                .containsExactly(false, true);
        assertThat(sessions)
                .extracting(session -> session.getString("expires_in_str"))
                .containsExactly("11 hours", "6 days");
        assertThat(answer.body()).doesNotContain(web).doesNotContain(mobile);
        assertThat(answer.header("Vary")).contains("Authorization");
    }

    @Test
    void listWhenSomebodyHasWrittenASelectorByHandThenListedAndEnded() {
        String current = api.token("alice", "web");
        api.token("alice", "mobile");
        String mobile = idOf("mobile");
        database.rows("UPDATE durin_token SET selector = 'by hand' WHERE id = ?", Long.valueOf(mobile));

        assertThat(api.get("api/auth/sessions", current).array()).hasSize(2);
        assertThat(api.delete("api/auth/sessions/" + mobile, current).status()).isEqualTo(204);
        assertThat(api.get("api/auth/sessions", current).array()).hasSize(1);
    }

    @Test
    void listWhenLoginsWereNamedThenEachWithItsNameAndWhereItCameFrom() {
        String token = api.send(api.request("api/auth/login")
                        .header("User-Agent", "shop/1.0")
                        .header("X-Forwarded-For", "192.0.2.17")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(
                                "username=alice&password=alice-pass-1&client=web&token_name=laptop")))
                .token();

        JsonObject session = api.get("api/auth/sessions", token).array().getJsonObject(0);

        assertThat(session.getString("name")).isEqualTo("laptop");
        assertThat(session.getString("address")).isEqualTo("192.0.2.17");
        assertThat(session.getString("user_agent")).isEqualTo("shop/1.0");
    }

    @Test
    void endWhenOwnThenGoneAndItsTokenIsDead() {
        String current = api.token("alice", "web");
        String other = api.token("alice", "mobile");

        Answer answer = api.delete("api/auth/sessions/" + idOf("mobile"), current);

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        assertThat(api.get("api/who/authenticated", other).status()).isEqualTo(401);
        assertThat(events("TokenRevoked")).hasSize(1).first().asString().contains("reason=SESSION_ENDED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"api/auth/sessions//%s", "api/auth/sessions/%s/", "api/auth/sessions//%s/"})
    void endWhenPathIsWrittenAsDurinsClientsDoThenGone(String path) {
        String current = api.token("alice", "web");
        api.token("alice", "mobile");

        assertThat(api.delete(path.formatted(idOf("mobile")), current).status()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+%s", "0%s", "-%s", "%%20%s", "%s.0", "%s,%s"})
    void endWhenIdIsWrittenInAnotherWayThen404(String path) {
        String current = api.token("alice", "web");
        String other = api.token("alice", "mobile");
        String id = idOf("mobile");

        assertThat(api.delete("api/auth/sessions/" + path.formatted(id, id), current)
                        .status())
                .isEqualTo(404);
        assertThat(api.get("api/who/authenticated", other).status()).isEqualTo(200);
    }

    @Test
    void endWhenIdIsInDigitsOfAnotherScriptThen404() {
        String current = api.token("alice", "web");
        String other = api.token("alice", "mobile");
        StringBuilder id = new StringBuilder();
        idOf("mobile").chars().forEach(digit -> id.append("%D9%").append(Integer.toHexString(0xa0 + digit - '0')));

        assertThat(api.delete("api/auth/sessions/" + id, current).status()).isEqualTo(404);
        assertThat(api.get("api/who/authenticated", other).status()).isEqualTo(200);
    }

    @Test
    void endWhenCurrentThen400AndPointsToLogout() {
        String current = api.token("alice", "web");

        Answer answer = api.delete("api/auth/sessions/" + idOf("web"), current);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail())
                .isEqualTo("Can't delete token if the request is authed with it. Use the logout endpoint instead.");
        assertThat(api.get("api/who/authenticated", current).status()).isEqualTo(200);
    }

    @Test
    void endWhenOfAnotherCallerOrUnknownThenOneAndTheSame404() { // B5.40
        String alice = api.token("alice", "web");
        String bob = api.token("bob", "mobile");

        Answer foreign = api.delete("api/auth/sessions/" + idOf("mobile"), alice);
        Answer unknown = api.delete("api/auth/sessions/999999", alice);

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.detail()).isEqualTo("Not found.");
        assertThat(unknown.body()).isEqualTo(foreign.body());
        assertThat(api.get("api/who/authenticated", bob).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, api/auth/sessions, 'GET, HEAD, OPTIONS'",
        "DELETE, api/auth/sessions, 'GET, HEAD, OPTIONS'",
        "GET, api/auth/sessions/1, 'DELETE, OPTIONS'",
        "PUT, api/auth/sessions/1, 'DELETE, OPTIONS'",
        "GET, api/auth/logout, 'POST, DELETE, OPTIONS'",
        "GET, api/auth/logoutall, 'POST, OPTIONS'",
        "GET, api/auth/logoutothers, 'POST, OPTIONS'",
        "DELETE, api/auth/refresh, 'POST, OPTIONS'",
        "PUT, api/auth/apiaccess, 'GET, POST, DELETE, HEAD, OPTIONS'",
    })
    void callWhenOtherMethodThen401WithoutAndThen405WithToken(String method, String path, String allowed) {
        String token = api.token("alice", "web");

        Answer without = api.send(api.request(path).method(method, BodyPublishers.noBody()));
        Answer with = api.call(method, path, token);

        assertThat(without.status()).isEqualTo(401);
        assertThat(with.status()).isEqualTo(405);
        assertThat(with.header("Allow")).isEqualTo(allowed);
        assertThat(with.detail()).isEqualTo("Method \"" + method + "\" not allowed.");
    }

    private String idOf(String client) {
        return database.rows(
                        "SELECT t.id FROM durin_token t JOIN durin_client c ON c.id = t.client_id WHERE c.name = ?",
                        client)
                .get(0)
                .get(0);
    }
}
