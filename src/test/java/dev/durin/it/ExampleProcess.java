package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** The example, started as the README's command starts it, with accounts and with the console. */
final class ExampleProcess implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(15);

    private final Process process;
    private final Path output;
    private final int port;

    private ExampleProcess(Process process, Path output, int port) {
        this.process = process;
        this.output = output;
        this.port = port;
    }

    /** Starts it, and waits until it has printed everything. */
    static ExampleProcess start(String name) throws IOException, InterruptedException {
        int port = ServerProcess.freePort();
        Path output = Path.of("target", name + ".txt");
        ExampleProcess example = new ExampleProcess(run(port, output, true), output, port);
        Instant patience = Instant.now().plus(LONGEST_START);
        while (!example.output().contains("The console for operators is at")) {
            assertThat(example.process.isAlive()).as(example::output).isTrue();
            assertThat(Instant.now()).isBefore(patience);
            example.process.waitFor(200, TimeUnit.MILLISECONDS);
        }
        return example;
    }

    static Process run(int onPort, Path output, boolean accounts) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "src/example/run/RunExample.java",
                        System.getProperty("durin.server"),
                        System.getProperty("durin.example.war"),
                        String.valueOf(onPort),
                        String.valueOf(accounts),
                        "true")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    int port() {
        return port;
    }

    URI root() {
        return URI.create("http://localhost:" + port + "/");
    }

    /** What it has printed. */
    String output() {
        try {
            return GrowingFile.text(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        process.onExit().join();
    }
}
