package dev.durin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Login, accounts, events, figures, schema and keys. */
class OtherCommandsTest extends StubbedTest {

    private static final String ACCOUNT = """
            {"username":"bob","email":"bob@example.com","email_confirmed":true,"state":"active","groups":["a","b"],\
            "created":"2026-11-20T08:14:27Z","password_changed":"2026-11-20T08:14:27Z","tokens_ended":2}""";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    Path directory;

    @Test
    void loginThenTheTokenAloneOnTheOutput() {
        server.answers(200, "{\"expiry\":\"2026-11-20T20:14:27Z\",\"token\":\"" + TOKEN + "\"}");
        surroundings.input("hush-hush \"pass");

        Run run = run("login", "--username", "alice", "--password-stdin");

        assertThat(server.only().line()).isEqualTo("POST /api/auth/login");
        assertThat(server.only().headers()).doesNotContainKey("Authorization");
        assertThat(server.only().body())
                .isEqualTo("{\"username\":\"alice\",\"password\":\"hush-hush \\\"pass\",\"client\":\"durin-console\"}");
        assertThat(run.out().strip()).isEqualTo(TOKEN);
        assertThat(run.err().strip()).isEqualTo("It is good until 2026-11-20T20:14:27Z.");
    }

    @Test
    void loginWhenAtTheTerminalThenAskedForWhatWasNotGiven() throws IOException {
        server.answers(200, "{\"expiry\":null,\"token\":\"" + TOKEN + "\"}");
        surroundings.typing("alice");
        Path file = directory.resolve("token");

        Run run = run("login", "--client", "cli", "--save", file.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(server.only().body())
                .isEqualTo("{\"username\":\"alice\",\"password\":\"alice\",\"client\":\"cli\"}");
        assertThat(Files.readString(file).strip()).isEqualTo(TOKEN);
        assertThat(run.out()).doesNotContain(TOKEN);
    }

    @Test
    void loginWhenRefusedThenSaysSoWithoutThePassword() {
        server.answers(400, "{\"non_field_errors\":[\"Unable to log in with provided credentials.\"]}");
        surroundings.input("hush-hush");

        Run run = run("login", "-u", "alice", "--password-stdin");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("Unable to log in").doesNotContain("hush");
    }

    @ParameterizedTest
    @ValueSource(strings = {"login -u alice", "login --password-stdin", "login -u alice --password-stdin"})
    void loginWhenThereIsNobodyToAskThenUsage(String command) {
        assertThat(run(command.split(" ")).exitCode()).isEqualTo(2);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void logoutThenTheTokenIsEnded() {
        server.answers(204, "");

        assertThat(run("logout").out().strip()).isEqualTo("Logged out.");
        assertThat(server.only().line()).isEqualTo("POST /api/auth/logout");
        assertThat(server.only().headers().get("Authorization")).isEqualTo(List.of("Token " + TOKEN));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            account disable bob --yes   | disable      | {"username":"bob"}
            account disable @bob --yes  | disable      | {"username":"@bob"}
            account enable bob          | enable       | {"username":"bob"}
            account confirm bob         | confirmation | {"username":"bob"}
            account groups bob a b      | groups       | {"username":"bob","groups":["a","b"]}
            account groups bob --none   | groups       | {"username":"bob","groups":[]}
            """)
    void accountWhenChangedThenAsked(String command, String path, String body) {
        server.answers(200, ACCOUNT);

        Run run = run(command.split(" "));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(server.only().line()).isEqualTo("POST /api/auth/admin/accounts/" + path);
        assertThat(server.only().body()).isEqualTo(body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"account disable bob", "account groups bob", "account groups bob a --none", "account enable"})
    void accountWhenItLacksSomethingThenUsageAndNothingIsAsked(String command) {
        assertThat(run(command.split(" ")).exitCode()).isEqualTo(2);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void accountListThenATable() {
        server.answers(200, "{\"items\":[" + ACCOUNT + "],\"next\":null,\"count\":{\"count\":1,\"capped\":false}}");

        Run run = run("account", "list", "--name", "b", "--state", "active");

        assertThat(server.only().line()).isEqualTo("GET /api/auth/admin/accounts?name=b&state=active");
        assertThat(run.out().lines())
                .containsExactly(
                        "NAME  EMAIL            CONFIRMED  STATE   GROUPS  CREATED",
                        "bob   bob@example.com  yes        active  a, b    2026-11-20T08:14:27Z",
                        "",
                        "1 in all.");
    }

    @Test
    void eventsThenTheNewestLast() {
        server.answers(
                200,
                "{\"items\":[{\"sequence\":9,\"kind\":\"logged-out\"},{\"sequence\":8,\"kind\":\"login-failed\"}],"
                        + "\"node\":\"n\",\"since\":\"2026-11-20T08:14:27Z\"}");

        Run run = run("events", "--after", "7", "--kind", "x", "--limit", "2");

        assertThat(server.only().line()).isEqualTo("GET /api/auth/admin/events?after=7&kind=x&limit=2");
        assertThat(run.out().lines().skip(1))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("8 ").contains("login-failed"),
                        second -> assertThat(second).startsWith("9 ").contains("logged-out"));
    }

    @Test
    void figuresThenSumsByClient() {
        server.answers(200, """
                {"live_tokens":[{"client":"web","count":1000,"capped":true}],
                 "uses":[{"client":"web","day":"2026-11-20","uses":2},{"client":"web","day":"2026-11-21","uses":3}],
                 "top":[{"caller":"alice","client":"web","uses":5}],
                 "hours":[{"hour":"2026-11-20T08:00:00Z","client":"web","requests":7}],
                 "refusals":[{"hour":"2026-11-20T08:00:00Z","kind":"forbidden","count":1}],
                 "cache":{"entries":1,"hits":3,"misses":1,"hit_rate":0.75},"node":"n","since":"2026-11-20T08:00:00Z"}
                """);

        Run run = run("figures", "--days", "2");

        assertThat(server.only().line()).isEqualTo("GET /api/auth/admin/figures?days=2");
        assertThat(run.out().lines().map(line -> line.replaceAll(" +", " ")))
                .contains("web more than 1000", "web 5", "alice web 5", "web 7", "forbidden 1", "hit rate 0.75");
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql", "mariadb", "PostgreSQL"})
    void schemaThenEveryScriptInOrder(String database) {
        Run run = Run.of(new TestSurroundings(), "schema", "print", "--database", database);

        assertThat(run.exitCode()).as(run.err()).isZero();
        List<String> files =
                run.out().lines().filter(line -> line.startsWith("-- V")).toList();
        assertThat(files).hasSizeGreaterThanOrEqualTo(8).first().isEqualTo("-- V1__clients_tokens_keys.sql");
        for (int at = 0; at < files.size(); at++) {
            assertThat(files.get(at)).startsWith("-- V" + (at + 1) + "__");
        }
        assertThat(run.out().lines().filter(line -> line.contains("INTO durin_schema_history")))
                .hasSize(files.size());
    }

    @Test
    void schemaWhenFromThenTheLaterOnesAlone() {
        Run run = Run.of(new TestSurroundings(), "schema", "print", "--database", "postgresql", "--from", "3");

        assertThat(run.out())
                .startsWith("-- V3__usage.sql\n")
                .doesNotContain("-- V2__")
                .contains("-- V4__");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--database oracle",
                "--database ../h2",
                "--database h2 --from 0",
                "--database h2 --from 999",
                "--from 1"
            })
    void schemaWhenThereIsNoneThenUsage(String options) {
        Run run = Run.of(new TestSurroundings(), ("schema print " + options).split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void keyThenFreshBytesEachTime() {
        String one = Run.of(new TestSurroundings(), "key", "generate").out().strip();
        String two = Run.of(new TestSurroundings(), "key", "generate").out().strip();

        assertThat(Base64.getDecoder().decode(one)).hasSize(32);
        assertThat(one).isNotEqualTo(two);
    }
}
