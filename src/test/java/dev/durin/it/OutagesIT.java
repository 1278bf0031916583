package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;

/** Something that Durin needs is away: 503, never 401, never let in. */
class OutagesIT extends ServerTest {

    @Test
    void callWhenTheDatabaseIsAwayThen503UntilItIsBack() {
        String token = api.token("alice", "web");
        String forged = "0".repeat(64);

        database.stop();
        try {
            for (String path : new String[] {"api/who/authenticated", "api/who/open", "api/auth/sessions"}) {
                Answer answer = api.get(path, token);
                assertThat(answer.status()).as(path + answer.body()).isEqualTo(503);
                assertThat(answer.detail())
                        .isEqualTo("The service is temporarily unavailable. Please try again later.");
            }
            assertThat(api.post("api/auth/refresh", token).status()).isEqualTo(503);
            assertThat(api.post("api/auth/logout", token).status()).isEqualTo(503);
            assertThat(api.login("alice", "web").status()).isEqualTo(503);
            assertThat(api.get("api/who/open").status()).isEqualTo(200);
            // No key of ours has made it: no database is needed to say so. B1.5
            assertThat(api.get("api/who/authenticated", forged).status()).isEqualTo(401);
        } finally {
            database.start();
        }

        assertThat(api.get("api/who/authenticated", token).status()).isEqualTo(200);
        assertThat(api.login("alice", "web").status()).isEqualTo(200);
    }

    @Test
    void callWhenAnIdentityStoreFailsThen503() {
        String token = api.token("alice", "web");

        control("store-fails", "true");

        assertThat(api.get("api/who/authenticated", token).status()).isEqualTo(503);
        assertThat(api.login("alice", "web").status()).isEqualTo(503);
        control("store-fails", "false");
        assertThat(api.get("api/who/authenticated", token).status()).isEqualTo(200);
    }

    @Test
    void callWhenCallerStatusFailsThen503() {
        String token = api.token("alice", "web");

        control("status-fails", "true");

        assertThat(api.get("api/who/authenticated", token).status()).isEqualTo(503);
        assertThat(api.login("alice", "web").status()).isEqualTo(503);
    }

    @Test
    void loginWhenAnIdentityStoreFailsThenTokenOnTheRequestIsStillIgnored() {
        String token = api.token("alice", "web");
        control("store-fails", "true");

        Answer answer = api.send(api.request("api/auth/login")
                .header("Authorization", "Token " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));

        assertThat(answer.status()).isEqualTo(400);
    }
}
