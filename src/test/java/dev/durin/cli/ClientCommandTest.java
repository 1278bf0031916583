package dev.durin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientCommandTest extends StubbedTest {

    private static final String WEB = """
            {"id":7,"name":"web","token_ttl":"14d","throttle_rate":"1/s","login_policy":"new","max_per_caller":null,\
            "at_limit":null,"enabled":true,"declared":false,"live_tokens":{"count":3,"capped":false}}""";
    private static final String CLIENTS = "{\"items\":[" + WEB
            + ",{\"id\":8,\"name\":\"cli\",\"token_ttl\":\"never\",\"throttle_rate\":null,\"login_policy\":\"reuse\","
            + "\"max_per_caller\":5,\"at_limit\":\"reject\",\"enabled\":false,\"declared\":true,"
            + "\"live_tokens\":{\"count\":1000,\"capped\":true}}]}";

    @Test
    void listThenATable() {
        server.answers(200, CLIENTS);

        assertThat(run("client", "list").out().lines())
                .containsExactly(
                        "NAME  TOKEN TTL  RATE  POLICY  MAX  AT LIMIT  ENABLED  LIVE            MANAGED BY",
                        "web   14d        1/s   new     -    -         yes      3               operators",
                        "cli   never      -     reuse   5    reject    no       more than 1000  configuration");
    }

    @Test
    void createThenWhatWasGivenAndNoMore() {
        server.answers(201, WEB);

        Run run = run("client", "create", "web", "--token-ttl", "14d", "--throttle-rate", "1/s");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(server.only().line()).isEqualTo("POST /api/auth/admin/clients");
        assertThat(server.only().headers().get("Content-type")).isEqualTo(List.of("application/json"));
        assertThat(server.only().body())
                .isEqualTo("{\"token_ttl\":\"14d\",\"throttle_rate\":\"1/s\",\"name\":\"web\"}");
        assertThat(run.err().strip()).isEqualTo("Client web created.");
        assertThat(run.out()).contains("web   14d");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --throttle-rate none        | {"throttle_rate":null,"name":"web"}
            --max-per-caller unlimited  | {"max_per_caller":null,"name":"web"}
            --max-per-caller 5          | {"max_per_caller":5,"name":"web"}
            --at-limit reject           | {"at_limit":"reject","name":"web"}
            --at-limit default          | {"at_limit":null,"name":"web"}
            --login-policy replace      | {"login_policy":"replace","name":"web"}
            --enabled false             | {"enabled":false,"name":"web"}
            """)
    void createWhenOptionThenItsMember(String option, String body) {
        server.answers(201, WEB);

        Run run = run(("client create web " + option).split(" "));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(server.only().body()).isEqualTo(body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "client create",
                "client create web --max-per-caller many",
                "client create web --enabled maybe",
                "client change web",
                "client change"
            })
    void commandWhenItLacksSomethingThenUsageAndNothingIsAsked(String command) {
        assertThat(run(command.split(" ")).exitCode()).isEqualTo(2);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void changeThenTheClientOfThatName() {
        server.answers(200, CLIENTS).answers(200, WEB);

        Run run = run("client", "change", "web", "--token-ttl", "14d", "--name", "web");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(server.lines()).containsExactly("GET /api/auth/admin/clients", "PATCH /api/auth/admin/clients/7");
        assertThat(server.requests().get(1).body()).isEqualTo("{\"token_ttl\":\"14d\",\"name\":\"web\"}");
    }

    @Test
    void changeWhenDryRunThenTheEffectsAndNoChange() {
        server.answers(200, CLIENTS)
                .answers(
                        200,
                        "{\"client\":" + WEB + ",\"affected_tokens\":{\"count\":3,\"capped\":false},"
                                + "\"effects\":[\"They keep their expiry.\"]}");

        Run run = run("client", "change", "web", "--token-ttl", "14d", "--dry-run");

        assertThat(server.lines().get(1)).isEqualTo("PATCH /api/auth/admin/clients/7?dry-run=true");
        assertThat(run.out())
                .contains("Nothing was changed. Tokens that this would affect: 3.", "They keep their expiry.");
    }

    @Test
    void changeWhenNoSuchClientThenRefused() {
        server.answers(200, CLIENTS);

        Run run = run("client", "change", "Web", "--token-ttl", "14d");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().strip()).isEqualTo("There is no client with the name Web.");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void deleteWhenSaidYesThenDeletedAfterTheNumberWasTold() {
        server.answers(200, CLIENTS)
                .answers(200, "{\"affected_tokens\":{\"count\":3,\"capped\":false}}")
                .answers(200, "{\"tokens_ended\":4}");
        surroundings.typing("yes");

        Run run = run("client", "delete", "web");

        assertThat(surroundings.asked())
                .isEqualTo("Client web will be deleted, and tokens of it will end: 3. Go on? [yes/no] ");
        assertThat(server.lines())
                .containsExactly(
                        "GET /api/auth/admin/clients",
                        "DELETE /api/auth/admin/clients/7?dry-run=true",
                        "DELETE /api/auth/admin/clients/7");
        assertThat(run.out().strip()).isEqualTo("Client web deleted, tokens ended: 4.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "", "y", "yes please"})
    void deleteWhenSaidAnythingElseThenNothing(String answer) {
        server.answers(200, CLIENTS).answers(200, "{\"affected_tokens\":{\"count\":3,\"capped\":false}}");
        surroundings.typing(answer);

        Run run = run("client", "delete", "web");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().strip()).isEqualTo("Nothing was done.");
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void deleteWhenNobodyIsThereToAskThenUsageWithTheNumberAndNothing() {
        server.answers(200, CLIENTS).answers(200, "{\"affected_tokens\":{\"count\":3,\"capped\":false}}");

        Run run = run("client", "delete", "web");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("will end: 3.", "--yes");
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void deleteWhenYesIsGivenThenNotAsked() {
        server.answers(200, CLIENTS)
                .answers(200, "{\"affected_tokens\":{\"count\":0,\"capped\":false}}")
                .answers(200, "{\"tokens_ended\":0}");

        assertThat(run("client", "delete", "web", "--yes").exitCode()).isZero();
        assertThat(surroundings.asked()).isEqualTo("null");
    }

    @Test
    void deleteWhenDryRunThenTheNumberAlone() {
        server.answers(200, CLIENTS).answers(200, "{\"affected_tokens\":{\"count\":1000,\"capped\":true}}");

        assertThat(run("client", "delete", "web", "--dry-run").out().strip())
                .isEqualTo("more than 1000 tokens would end.");
        assertThat(server.requests()).hasSize(2);
    }
}
