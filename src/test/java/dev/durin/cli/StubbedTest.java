package dev.durin.cli;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;

/** A command against a server that answers as it is told to, with a token in the surroundings. */
abstract class StubbedTest {

    static final String TOKEN = "c40a252ccbae0b19aeacf9bea33cdcd4c88b9074544dd199a1e8d6aaf4c9b2f0";

    final StubServer server = new StubServer();
    final TestSurroundings surroundings = new TestSurroundings().variable("DURIN_TOKEN", TOKEN);

    @AfterEach
    void stop() {
        server.close();
    }

    /** A command, with the server's address behind it. */
    Run run(String... arguments) {
        return Run.of(
                surroundings,
                Stream.concat(Stream.of(arguments), Stream.of("--server", server.url()))
                        .toArray(String[]::new));
    }
}
