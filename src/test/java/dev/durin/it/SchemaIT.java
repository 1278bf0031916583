package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Starts against tables in every state, each in a database of its own. */
@Tag("own-server")
class SchemaIT {

    private static final TestDatabase DATABASE = Databases.current();
    private static final String KIND = System.getProperty("durin.it.database", "h2");

    private static final List<List<String>> VERSIONS =
            Stream.of("1", "2", "3", "4", "5", "6", "7", "8", "9").map(List::of).toList();

    private static PayaraServer server;

    @BeforeAll
    static void startServer() throws IOException {
        for (String name : List.of(
                "older", "newer", "changed", "waiting", "ready", "unread", "halfway", "nearly", "folding", "lenient")) {
            DATABASE.create(name);
        }
        apply("older", "V1__clients_tokens_keys");
        DATABASE.rowsOf(
                "older",
                "INSERT INTO durin_client (id, name, token_ttl, login_policy, enabled, created)"
                        + " VALUES (1, 'legacy', 86400000, 'REUSE', TRUE, 1700000000000)");
        for (String name : List.of("newer", "changed", "ready", "unread")) {
            apply(name, "V1__clients_tokens_keys");
            apply(name, "V2__declared_clients");
            apply(name, "V3__usage");
            apply(name, "V4__revocations");
            apply(name, "V5__limits");
            apply(name, "V6__accounts");
            apply(name, "V7__mail");
            apply(name, "V8__scoped_tokens");
            apply(name, "V9__lists");
        }
        DATABASE.rowsOf("newer", "INSERT INTO durin_schema_history (version, description) VALUES (99, 'of tomorrow')");
        DATABASE.rowsOf("changed", "ALTER TABLE durin_token DROP COLUMN login_address");
        DATABASE.rowsOf("unread", "ALTER TABLE durin_schema_history RENAME TO durin_schema_history_of_another");
        DATABASE.rowsOf("unread", "CREATE TABLE durin_schema_history (id INT)");
        DATABASE.rowsOf(
                "halfway",
                "CREATE TABLE durin_schema_history (version INT PRIMARY KEY,"
                        + " description VARCHAR(100) NOT NULL, applied TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL)");
        apply("nearly", "V1__clients_tokens_keys", "INSERT INTO durin_schema_history");
        if (KIND.equals("mariadb")) {
            apply("folding", "V1__clients_tokens_keys");
            apply("folding", "V2__declared_clients");
            apply("folding", "V3__usage");
            apply("folding", "V4__revocations");
            apply("folding", "V5__limits");
            apply("folding", "V6__accounts");
            apply("folding", "V7__mail");
            apply("folding", "V8__scoped_tokens");
            apply("folding", "V9__lists");
            DATABASE.rowsOf("folding", "ALTER TABLE durin_token CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
        }
        server = PayaraServer.start(
                "schema-" + KIND,
                List.of(
                        application("older", Map.of()),
                        application("newer", Map.of()),
                        application("changed", Map.of()),
                        application("waiting", Map.of("durin.schema", "validate")),
                        application("ready", Map.of("durin.schema", "validate")),
                        application("unread", Map.of("durin.schema", "none")),
                        application("halfway", Map.of()),
                        application("nearly", Map.of()),
                        Deployments.application(
                                "folding",
                                Deployments.settings(Map.of()),
                                DATABASE.url("folding") + (KIND.equals("h2") ? ";IGNORECASE=TRUE" : "")),
                        Deployments.application(
                                "lenient", Deployments.settings(Map.of()), DATABASE.lenientUrl("lenient")),
                        Deployments.application(
                                "unreachable",
                                Deployments.settings(Map.of()),
                                DATABASE.url("durin").replaceFirst("localhost:[0-9]+", "localhost:1"))));
    }

    private static WebArchive application(String name, Map<String, String> changes) {
        return Deployments.application(name, Deployments.settings(changes), DATABASE.url(name));
    }

    /** Runs a script. */
    static void apply(String database, String script) throws IOException {
        apply(database, script, "nothing");
    }

    /** Runs a script but for the statement that begins like this. */
    private static void apply(String database, String script, String leftOut) throws IOException {
        String file = "META-INF/durin/db/" + KIND + "/" + script + ".sql";
        try (InputStream stream = SchemaIT.class.getClassLoader().getResourceAsStream(file)) {
            for (String statement : new String(stream.readAllBytes(), StandardCharsets.UTF_8).split(";\\s*\n", -1)) {
                if (!statement.isBlank() && !statement.strip().startsWith(leftOut)) {
                    DATABASE.rowsOf(database, statement);
                }
            }
        }
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @Test
    void olderTablesThenBroughtUpToDateWithTheirRows() {
        Api api = server.api("older");

        assertThat(api.get("api/who/authenticated", api.token("alice", "legacy"))
                        .status())
                .isEqualTo(200);
        assertThat(DATABASE.rowsOf("older", "SELECT id, declared FROM durin_client WHERE name = 'legacy'")
                        .get(0)
                        .get(0))
                .isEqualTo("1");
        assertThat(versions("older")).isEqualTo(VERSIONS);
    }

    @Test
    void tablesThatAreReadyThenValidateStarts() {
        assertThat(server.api("ready").login("alice", "web").status()).isEqualTo(200);
    }

    /** Of a table that Durin's user may not read. */
    @Test
    void versionThatCannotBeReadThenStartsAllTheSameWhenNotToBeChecked() {
        assertThat(server.api("unread").login("alice", "web").status()).isEqualTo(200);
        assertThat(server.log()).contains("tables at a version that cannot be read");
    }

    /** A start that was cut short after its first statement, and one before its last. */
    @ParameterizedTest
    @ValueSource(strings = {"halfway", "nearly"})
    void tablesThatAreHalfMadeThenFinished(String application) {
        assertThat(server.api(application).login("alice", "web").status()).isEqualTo(200);
        assertThat(versions(application)).isEqualTo(VERSIONS);
    }

    /** MariaDB in this mode cuts to the characters of a column, which are fewer bytes than Durin lets through. */
    @Test
    void databaseThatCutsTextSilentlyThenDurinHasCutBefore() {
        server.api("lenient").postForm("api/test/issue-named", Map.of("value", "alice=" + "\uD83E\uDD8A".repeat(200)));

        assertThat(DATABASE.rowsOf("lenient", "SELECT name FROM durin_token"))
                .isEqualTo(List.of(List.of("\uD83E\uDD8A".repeat(127))));
    }

    /** PostgreSQL alone knows no such tables. */
    @Test
    void namesThatAreNotToldApartThenNotDeployed() {
        if (KIND.equals("h2") || KIND.equals("mariadb")) {
            assertThat(server.api("folding").get("api/who/open").status()).isEqualTo(404);
            assertThat(server.log())
                    .contains("Durin's tables do not tell all names apart: ")
                    .contains(
                            KIND.equals("h2")
                                    ? "so that Alice and alice would share tokens"
                                    : "the column durin_token.selector has the collation utf8mb4_bin");
        } else {
            assertThat(server.api("folding")
                            .login("ALICE", "alice-pass-1", "web")
                            .status())
                    .isEqualTo(400);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            newer       | Durin's tables are at version 99, this JAR knows them up to version 9
            changed     | Durin's table durin_token was changed: it has no column login_address
            waiting     | Durin's tables are at version 0, this JAR needs version 9
            unreachable | Durin cannot prepare its tables
            """)
    void tablesThatCannotBeUsedThenNotDeployedAndTheLogSaysWhy(String application, String sentence) {
        assertThat(server.api(application).get("api/who/open").status()).isEqualTo(404);
        assertThat(server.log()).contains(sentence);
    }

    @Test
    void twoServersStartAtOnceThenOneSchemaAndOneKey() throws Exception {
        DATABASE.create("twins");
        Map<String, String> settings = Deployments.settings(Map.of("durin.secret-key", "database"));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<PayaraServer>> starting = List.of("one", "two").stream()
                    .map(name -> threads.submit(() -> PayaraServer.start(
                            "schema-" + KIND + "-" + name,
                            List.of(Deployments.application(name, settings, DATABASE.url("twins"))))))
                    .toList();
            try (PayaraServer one = starting.get(0).get();
                    PayaraServer two = starting.get(1).get()) {
                String token = one.api("one").token("alice", "mobile");

                assertThat(two.api("two").get("api/who/authenticated", token).status())
                        .isEqualTo(200);
                assertThat(two.api("two").token("alice", "mobile")).isEqualTo(token);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(versions("twins")).isEqualTo(VERSIONS);
        assertThat(DATABASE.rowsOf("twins", "SELECT COUNT(*) FROM durin_key")).isEqualTo(List.of(List.of("1")));
        assertThat(DATABASE.rowsOf("twins", "SELECT COUNT(*) FROM durin_client WHERE name = 'web'"))
                .isEqualTo(List.of(List.of("1")));
    }

    private static List<List<String>> versions(String database) {
        return DATABASE.rowsOf(database, "SELECT version FROM durin_schema_history ORDER BY version");
    }
}
