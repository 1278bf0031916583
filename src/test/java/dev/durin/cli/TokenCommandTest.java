package dev.durin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenCommandTest extends StubbedTest {

    private static final String FRESH = "ab".repeat(32);
    private static final String ISSUED =
            "{\"token\":\"" + FRESH + "\",\"expiry\":null,\"id\":4,\"caller\":\"alice\",\"client\":\"cli\"}";
    private static final String ITEM = """
            {"id":4,"caller":"alice","client":"cli","name":"","created":"2026-11-20T08:14:27Z","expiry":null,\
            "expired":false,"last_used":null,"login_address":"10.0.0.1","last_address":"","current":true}""";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    Path directory;

    @Test
    void listThenFiltersAsParametersAndATable() {
        server.answers(200, "{\"items\":[" + ITEM + "],\"next\":\"abc\",\"count\":{\"count\":1000,\"capped\":true}}");

        Run run = run(
                "token",
                "list",
                "--caller",
                "al ice&x=+ü",
                "--name",
                "n",
                "--client",
                "cli",
                "--state",
                "all",
                "--sort",
                "oldest",
                "--limit",
                "1",
                "--after",
                "a/b");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(server.only().line())
                .isEqualTo("GET /api/auth/admin/tokens?caller=al%20ice%26x%3D%2B%C3%BC&name=n&client=cli&state=all"
                        + "&sort=oldest&limit=1&after=a%2Fb");
        assertThat(run.out().lines())
                .containsExactly(
                        "ID  CALLER  CLIENT  NAME  CREATED               EXPIRY  LAST USED  LAST ADDRESS",
                        "4   alice   cli     -     2026-11-20T08:14:27Z  -       -          -             this one",
                        "",
                        "more than 1000 in all.",
                        "More: --after abc");
    }

    @Test
    void listWhenJsonThenNothingBeside() {
        server.answers(200, "{\"items\":[],\"next\":null,\"count\":{\"count\":0,\"capped\":false}}");

        assertThat(run("token", "list", "--json").out().lines()).hasSize(1);
    }

    @Test
    void findThenTheTextGoesInTheBodyAndIsNotRepeated() {
        server.answers(200, "{\"state\":\"live\",\"token\":" + ITEM + "}");
        surroundings.input(" " + FRESH + " ");

        Run run = run("token", "find", "--stdin");

        assertThat(server.only().line()).isEqualTo("POST /api/auth/admin/tokens/find");
        assertThat(server.only().body()).isEqualTo("{\"token\":\"" + FRESH + "\"}");
        assertThat(run.out()).startsWith("State: live").contains("alice");
        assertThat(run.out() + run.err()).doesNotContain(FRESH);
    }

    @Test
    void findWhenAtTheTerminalThenAskedFor() {
        server.answers(200, "{\"state\":\"unknown\",\"token\":null}");
        surroundings.typing(FRESH);

        assertThat(run("token", "find").out().strip()).isEqualTo("State: unknown");
        assertThat(surroundings.asked()).isEqualTo("Token: ");
    }

    @Test
    void findWhenThereIsNoneThenUsage() {
        assertThat(run("token", "find").exitCode()).isEqualTo(2);
        assertThat(run("token", "find", "--stdin").exitCode()).isEqualTo(2);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void issueThenTheTokenAloneOnTheOutput() {
        server.answers(201, ISSUED);

        Run run = run(
                "token", "issue", "--caller", "alice", "--client", "cli", "--name", "backup", "--token-ttl", "never");

        assertThat(server.only().line()).isEqualTo("POST /api/auth/admin/tokens");
        assertThat(server.only().body())
                .isEqualTo("{\"caller\":\"alice\",\"client\":\"cli\",\"name\":\"backup\",\"token_ttl\":\"never\"}");
        assertThat(run.out().strip()).isEqualTo(FRESH);
        assertThat(run.err().strip()).isEqualTo("It does not expire.");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void issueWhenSavedThenInAFileOfTheOwnersAloneAndNotShown(boolean json) throws IOException {
        server.answers(201, ISSUED);
        Path file = Files.writeString(directory.resolve("token"), "what was there before");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        List<String> arguments = List.of(
                "token",
                "issue",
                "--caller",
                "alice",
                "--client",
                "cli",
                "--save",
                file.toString(),
                json ? "--json" : "--timeout=99");

        Run run = run(arguments.toArray(String[]::new));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(Files.readString(file)).isEqualTo(FRESH + "\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(run.out() + run.err()).doesNotContain(FRESH);
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void issueWhenThereCanBeNoFileThenNoTokenIsMade() {
        Run run = run("token", "issue", "--caller", "alice", "--client", "cli", "--save", directory.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(server.requests()).isEmpty();
    }

    /** It lives, and nobody would know of it. */
    @Test
    void issueWhenItCannotBeSavedThenItsIdIsSaid() throws IOException {
        server.answers(201, ISSUED);
        Files.createDirectories(directory.resolve("token.new/in the way"));

        Run run = run(
                "token",
                "issue",
                "--caller",
                "alice",
                "--client",
                "cli",
                "--save",
                directory.resolve("token").toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("token revoke ").doesNotContain(FRESH);
    }

    @Test
    void revokeWhenIdThenThatOneWithoutAsking() {
        server.answers(200, "{\"tokens_ended\":1}");

        assertThat(run("token", "revoke", "4").out().strip()).isEqualTo("Tokens ended: 1.");
        assertThat(server.only().line()).isEqualTo("DELETE /api/auth/admin/tokens/4");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --caller alice                   | {"caller":"alice"}                    | the caller alice
            --client cli                     | {"client":"cli"}                      | the client cli
            --caller alice --client cli      | {"caller":"alice","client":"cli"}     | the caller alice with the client cli
            --all                            | {"all":true}                          | all callers and clients
            --all --except-current           | {"all":true,"except_current":true}    | all callers and clients, but for this one
            """)
    void revokeWhenManyThenAfterTheNumberWasTold(String options, String body, String words) {
        server.answers(200, "{\"affected_tokens\":{\"count\":1000,\"capped\":true}}")
                .answers(200, "{\"tokens_ended\":1234}");
        surroundings.typing("yes");

        Run run = run(("token revoke " + options).split(" +"));

        assertThat(run.out().strip()).isEqualTo("Tokens ended: 1234.");
        assertThat(surroundings.asked())
                .isEqualTo("Tokens that will end, of " + words + ": more than 1000. Go on? [yes/no] ");
        assertThat(server.lines())
                .containsExactly(
                        "POST /api/auth/admin/tokens/revoke?dry-run=true", "POST /api/auth/admin/tokens/revoke");
        assertThat(server.requests()).allMatch(request -> request.body().equals(body));
    }

    @Test
    void revokeWhenDryRunThenTheNumberAlone() {
        server.answers(200, "{\"affected_tokens\":{\"count\":2,\"capped\":false}}");

        assertThat(run("token", "revoke", "--all", "--dry-run").out().strip()).isEqualTo("2 tokens would end.");
        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "token revoke",
                "token revoke --except-current",
                "token revoke 4 --caller alice",
                "token revoke 4 --all",
                "token revoke 4 --dry-run",
                "token revoke --all --client cli",
                "token revoke four",
                "token revoke 4 5",
                "token issue --caller alice",
            })
    void commandWhenItCouldBeTakenForMoreThenUsageAndNothingIsAsked(String command) {
        assertThat(run(command.split(" ")).exitCode()).isEqualTo(2);
        assertThat(server.requests()).isEmpty();
    }
}
