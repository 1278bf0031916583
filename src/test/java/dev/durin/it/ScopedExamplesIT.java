package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;

/** The examples of docs/scoped-tokens.md. */
class ScopedExamplesIT extends ScopedTest {

    @Test
    void downloadLinkThenThatInvoiceAndNothingElse() {
        URI link = URI.create(scopedControl("link", "alice").body());

        assertThat(api.get(link.getPath().substring(1) + "?" + link.getQuery()).body())
                .isEqualTo("invoice 7 of alice for invoice link");
        assertThat(api.get("api/orders/8/invoice?" + link.getQuery()).status()).isEqualTo(403);
        assertThat(api.get("api/who/authenticated?" + link.getQuery()).status()).isEqualTo(403);
    }

    @Test
    void toolThenItReadsUntilThePersonLogsOut() {
        String token = api.token("alice", "cli");
        String tool = api.send(api.request("api/auth/scoped")
                        .header("Authorization", "Token " + token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(
                                "{\"scope\":[{\"method\":\"GET\",\"path\":\"/api/orders\"},{\"method\":\"HEAD\",\"path\":\"/api/orders\"}],"
                                        + "\"expires_in\":3600,\"recipient\":\"report tool\"}")))
                .token();

        assertThat(get("api/orders/7/invoice", tool).body()).isEqualTo("invoice 7 of alice for report tool");
        assertThat(call("HEAD", "api/orders/7/invoice", tool).status()).isEqualTo(200);
        assertThat(call("POST", "api/orders/7/payment", tool).status()).isEqualTo(403);
        api.post("api/auth/logout", token);
        assertThat(get("api/orders/7/invoice", tool).status()).isEqualTo(401);
    }

    @Test
    void webhookThenOnce() {
        String token = scopedControl("webhook", "alice").body();

        assertThat(call("POST", "api/orders/8/payment", token).status()).isEqualTo(403);
        assertThat(call("POST", "api/orders/7/payment", token).body()).isEqualTo("paid 7");
        assertThat(call("POST", "api/orders/7/payment", token).status()).isEqualTo(401);
    }
}
