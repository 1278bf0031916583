package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** No secret that was ever handed out can be found anywhere but in the answer that handed it out. */
class SecretsIT extends ScopedTest {

    @Test
    void everythingWrittenDownThenNoTokenInIt() { // B1.2, B1.6
        List<String> secrets = new ArrayList<>();
        String web = api.token("alice", "web");
        String expired = api.token("alice", "swift");
        secrets.add(web);
        secrets.add(expired);
        secrets.add(api.token("bob", "mobile"));
        secrets.add(api.post("api/auth/apiaccess", web).token());
        api.login("alice", "the-wrong-password", "web");
        pass(Duration.ofSeconds(2));
        api.get("api/who/authenticated", expired);
        String[] ofScoped = scopedControl("texts", "alice\nGET /api/who\nrecipient print shop\nparent " + web)
                .body()
                .split("\n", 2);
        secrets.add(signature(ofScoped[0]));
        secrets.add(signature(useScoped(web)));
        api.post("api/auth/refresh", web);
        outageWith(web, ofScoped[0]);
        String events = String.join("\n", events());

        String texts = api.postForm("api/test/texts", Map.of("value", "alice")).body() + ofScoped[1];
        secrets.add(api.token("alice", "mobile"));

        String tables = dump();
        String log = log();
        assertThat(log).contains("Durin is ready").contains("could not be checked");
        assertThat(tables).contains("alice");
        assertThat(texts).contains("TokenText[…", "IssuedScopedToken[", "VerifiedScopedToken[", "ScopedAuthenticated[");
        for (String secret : secrets) {
            assertThat(events).doesNotContain(secret);
            assertThat(texts).doesNotContain(secret).doesNotContain(secret.substring(32));
            assertThat(tables).doesNotContain(secret).doesNotContain(secret.substring(32));
            assertThat(log).doesNotContain(secret).doesNotContain(secret.substring(32));
        }
        assertThat(log + events + tables + texts)
                .doesNotContain("alice-pass-1")
                .doesNotContain("the-wrong-password")
                .doesNotContain(Deployments.SECRET_KEY);
    }

    /** In each way, until it has ended; which one. */
    private String useScoped(String parent) {
        Scoped scoped = scoped("GET /api/who", "parent " + parent);
        assertThat(get("api/who/authenticated", scoped).status()).isEqualTo(200);
        assertThat(api.get("api/who/authenticated?TOKEN=" + scoped.text()).status())
                .isEqualTo(200);
        assertThat(get("api/echo/foo", scoped).status()).isEqualTo(403);
        assertThat(api.get("free/bean?TOKEN=" + scoped.text()).status()).isEqualTo(403);
        scopedControl("revoke", scoped.id());
        assertThat(get("api/who/authenticated", scoped).status()).isEqualTo(401);
        assertThat(api.get("api/who/authenticated?TOKEN=" + scoped.text()).status())
                .isEqualTo(401);
        return scoped.text();
    }

    /** What makes it a secret, and is in no other one: what stands before it can be read by whoever has it. */
    private static String signature(String scoped) {
        return scoped.substring(scoped.lastIndexOf('.') + 1);
    }

    /** The loudest kind of failure, so that its stack traces are in the log. */
    private void outageWith(String token, String scoped) {
        database.stop();
        try {
            assertThat(api.get("api/who/authenticated", token).status()).isEqualTo(503);
            assertThat(get("api/who/authenticated", scoped).status()).isEqualTo(503);
            assertThat(api.get("api/who/authenticated?TOKEN=" + scoped).status())
                    .isEqualTo(503);
        } finally {
            database.start();
        }
    }

    private String dump() {
        StringBuilder dump = new StringBuilder();
        for (List<String> table : database.rows(
                "SELECT table_name FROM information_schema.tables WHERE LOWER(table_schema) IN ('public', '"
                        + TestDatabase.MAIN + "')")) {
            dump.append(table)
                    .append(database.rows("SELECT * FROM " + table.get(0)))
                    .append('\n');
        }
        return dump.toString();
    }
}
