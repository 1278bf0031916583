package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The clients of the configuration: a first start, changes in code, and a start with another configuration. */
@Tag("own-server")
class DeclaredClientsIT {

    private static final String NAME = "declared";
    private static final TestDatabase DATABASE = Databases.current();

    private static List<List<String>> clientsAtFirst;
    private static int statusOfUndeclaredAtFirst;
    private static String tokenOfGone;
    private static String idOfPartner;
    private static PayaraServer server;

    @BeforeAll
    static void startTwice() throws IOException {
        DATABASE.create(NAME);
        try (PayaraServer first = start(Map.of(
                "durin.clients.web.token-ttl", "14d",
                "durin.clients.web.throttle-rate", "100/m",
                "durin.clients.web.login-policy", "new",
                "durin.clients.web.max-per-caller", "5",
                "durin.clients.web.at-limit", "reject",
                "durin.clients.gone.token-ttl", "90d"))) {
            Api api = first.api(NAME);
            clientsAtFirst = clients();
            statusOfUndeclaredAtFirst = api.login("alice", "partner").status();
            tokenOfGone = api.token("alice", "gone");
            api.postForm("api/test/create-client", Map.of("value", "partner"));
            api.postForm("api/test/lifetime", Map.of("value", "web=PT1H"));
            idOfPartner = only("SELECT id FROM durin_client WHERE name = 'partner'");
            assertThat(only("SELECT token_ttl FROM durin_client WHERE name = 'web'"))
                    .isEqualTo("3600000");
        }
        server = start(Map.of(
                "durin.clients.web.token-ttl", "12h",
                "durin.clients.web.throttle-rate", "none",
                "durin.clients.web.max-per-caller", "unlimited",
                "durin.clients.partner.throttle-rate", "7/m"));
    }

    private static PayaraServer start(Map<String, String> clients) throws IOException {
        Map<String, String> settings = new TreeMap<>(clients);
        settings.put("durin.datasource", "java:app/jdbc/durin");
        settings.put("durin.secret-key", Deployments.SECRET_KEY);
        settings.put("durin.trusted-proxies", "127.0.0.0/8, ::1");
        return PayaraServer.start(NAME, List.of(Deployments.application(NAME, settings, DATABASE.url(NAME))));
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @Test
    void firstStartThenTheClientsOfTheConfigurationAreThereAndNoOthers() {
        assertThat(clientsAtFirst)
                .containsExactly(
                        row("gone", "7776000000", null, "REUSE", null, null),
                        row("web", "1209600000", "100/m", "NEW", "5", "REJECT"));
        assertThat(statusOfUndeclaredAtFirst).isEqualTo(400);
    }

    @Test
    void nextStartThenWhatTheConfigurationSaysWinsAndWhatItLeavesOutStays() {
        assertThat(clients())
                .contains(
                        row("partner", "86400000", "7/m", "REUSE", null, null),
                        row("web", "43200000", null, "NEW", null, "REJECT"));
        assertThat(declared()).containsExactly(List.of("partner"), List.of("web"));
    }

    @Test
    void nextStartWhenClientWasMadeInCodeThenItIsTheSame() {
        assertThat(only("SELECT id FROM durin_client WHERE name = 'partner'")).isEqualTo(idOfPartner);
    }

    @Test
    void nextStartWhenNoLongerNamedThenItStaysWithItsTokensAndCanBeDeleted() {
        Api api = server.api(NAME);
        assertThat(clients()).contains(row("gone", "7776000000", null, "REUSE", null, null));
        assertThat(api.get("api/who/authenticated", tokenOfGone).status()).isEqualTo(200);

        assertThat(control("delete-client", "gone")).isEqualTo("1");

        assertThat(api.get("api/who/authenticated", tokenOfGone).status()).isEqualTo(401);
        assertThat(api.login("alice", "gone").status()).isEqualTo(400);
    }

    @Test
    void deleteWhenNamedNowThenSaysWhichKeysAreInTheWay() {
        assertThat(control("delete-client", "partner")).contains("Remove its keys durin.clients.partner. first");
        assertThat(server.api(NAME).login("alice", "partner").status()).isEqualTo(200);
    }

    private static String control(String what, String value) {
        return server.api(NAME)
                .postForm("api/test/" + what, Map.of("value", value))
                .body();
    }

    private static List<List<String>> clients() {
        return DATABASE.rowsOf(
                NAME,
                "SELECT name, token_ttl, throttle_rate, login_policy, max_per_caller, at_limit FROM durin_client"
                        + " ORDER BY name");
    }

    private static List<List<String>> declared() {
        return DATABASE.rowsOf(NAME, "SELECT name FROM durin_client WHERE declared = TRUE ORDER BY name");
    }

    private static List<String> row(String... columns) {
        return Arrays.asList(columns);
    }

    private static String only(String query) {
        return DATABASE.rowsOf(NAME, query).get(0).get(0);
    }
}
