package dev.durin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durin.ClosedPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a server is spoken to, and what its answers come to. */
class AnswersTest extends StubbedTest {

    private static final String NO_CLIENTS = "{\"items\":[]}";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    Path directory;

    @Test
    void tokenWhenInVariableThenInTheHeaderAndNowhereElse() {
        server.answers(200, NO_CLIENTS);

        Run run = run("client", "list");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(server.only().line()).isEqualTo("GET /api/auth/admin/clients");
        assertThat(server.only().headers().get("Authorization")).isEqualTo(List.of("Token " + TOKEN));
    }

    @Test
    void tokenWhenInFileThenThatOneAndItsScheme() throws IOException {
        Path file = Files.writeString(directory.resolve("token"), "other-token\n");
        server.answers(200, NO_CLIENTS);

        Run run = run("client", "list", "--token-file", file.toString(), "--scheme", "Bearer");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(server.only().headers().get("Authorization")).isEqualTo(List.of("Bearer other-token"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "two\nlines", "ümlaut", ""})
    void tokenWhenItCannotBeOneThenUsageWithoutRepeatingIt(String text) throws IOException {
        Path file = Files.writeString(directory.resolve("token"), text);

        Run run = run("client", "list", "--token-file", file.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err().strip()).isEqualTo("The file of --token-file does not hold a token.");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void tokenWhenThereIsNoneThenUsageWithTheWayToGetOne() {
        Run run = Run.of(new TestSurroundings(), "client", "list", "--server", server.url());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("login --save FILE", "DURIN_TOKEN");
        assertThat(run(
                                "client",
                                "list",
                                "--token-file",
                                directory.resolve("none").toString())
                        .exitCode())
                .isEqualTo(2);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void serverWhenInVariableThenThatOne() {
        server.answers(200, NO_CLIENTS);
        surroundings.variable("DURIN_SERVER", server.url() + "/");

        assertThat(Run.of(surroundings, "client", "list").exitCode()).isZero();
        assertThat(server.only().line()).isEqualTo("GET /api/auth/admin/clients");
    }

    @Test
    void jsonThenTheAnswerAsItIs() {
        server.answers(200, "{\"items\":[{\"name\":\"Zoë\"}],\"more\":1}");

        assertThat(run("client", "list", "--json").out().strip())
                .isEqualTo("{\"items\":[{\"name\":\"Zo\\u00EB\"}],\"more\":1}");
    }

    @Test
    void refusedThenDetailAndFieldsOnTheErrorOutput() {
        server.answers(
                400,
                "{\"type\":\"tag:x\",\"title\":\"Invalid input\",\"status\":400,\"token_ttl\":[\"Not so.\"],"
                        + "\"name\":[\"Taken.\",\"Too long.\"]}");

        Run run = run("client", "create", "web");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .containsExactly(
                        "Refused (400): Invalid input", "  token_ttl: Not so.", "  name: Taken.", "  name: Too long.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            401 | Log in again: login --save FILE
            429 | Try again in 17 s.
            """)
    void refusedWhenThereIsAWayOutThenToldWhich(int status, String hint) {
        server.answers(status, "{\"detail\":\"No.\"}", Map.of("Retry-After", "17"));

        Run run = run("client", "list");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().lines()).containsExactly("Refused (" + status + "): No.", hint);
    }

    @ParameterizedTest
    @CsvSource({"404, <h1>Not found</h1>", "200, <h1>Welcome</h1>", "200, [1]", "200, {}", "200, '{\"items\":7}'"})
    void answerWhenItIsNotDurinsThenSaysSo(int status, String body) {
        server.answers(status, body);

        Run run = run("client", "list");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).containsAnyOf("is not Durin", "has no items").doesNotContain("h1", "at dev.durin");
    }

    /** The token goes to the address that was given and to no other. */
    @Test
    void redirectThenNotFollowed() {
        try (StubServer elsewhere = new StubServer()) {
            server.answers(307, "", Map.of("Location", elsewhere.url() + "/admin/clients"));

            Run run = run("client", "list");

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).contains("The server sends on to " + elsewhere.url());
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @Test
    void serverWhenNobodyIsThereThenNotReached() throws IOException {
        try (ClosedPort port = new ClosedPort()) {
            String address = "127.0.0.1:" + port.number();

            Run run = Run.of(surroundings, "client", "list", "--server", "http://" + address + "/api/auth");

            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).contains(address, "cannot be reached").doesNotContain(TOKEN);
        }
    }

    @Test
    void serverWhenItDoesNotAnswerThenNotReached() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Run run = Run.of(
                    surroundings,
                    "client",
                    "list",
                    "--timeout",
                    "1",
                    "--server",
                    "http://127.0.0.1:" + silent.getLocalPort() + "/api/auth");

            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.err()).contains("has not answered in time");
        }
    }

    @Test
    void serverWhenItStopsWithinItsAnswerThenNotReached() throws IOException {
        try (ServerSocket stopping = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            stopping.setSoTimeout(60_000);
            CompletableFuture<Socket> begun = CompletableFuture.supplyAsync(() -> beginAnswer(stopping));

            Run run = Run.of(
                    surroundings,
                    "client",
                    "list",
                    "--timeout",
                    "1",
                    "--server",
                    "http://127.0.0.1:" + stopping.getLocalPort() + "/api/auth");

            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.err()).contains("has not answered in time");
            begun.join().close();
        }
    }

    private static Socket beginAnswer(ServerSocket server) {
        try {
            Socket socket = server.accept();
            socket.getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{".getBytes(StandardCharsets.US_ASCII));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void serverWhenThereIsNoSuchPortThenUsage() {
        Run run = Run.of(surroundings, "client", "list", "--server", "http://localhost:99999/api/auth");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--server");
    }

    @Test
    void timeoutWhenNoneThenUsage() {
        assertThat(run("client", "list", "--timeout", "0").exitCode()).isEqualTo(2);
    }
}
