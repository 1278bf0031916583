package dev.durin.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** A Payara Micro of a test's own, with several applications, some of which are meant to fail. */
final class PayaraServer implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(6);

    private final Process process;
    private final Path log;
    private final int port;

    private PayaraServer(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    static PayaraServer start(String name, List<WebArchive> applications) throws IOException {
        return start(name, "UTC", applications);
    }

    /** In a time zone. */
    static PayaraServer start(String name, String zone, List<WebArchive> applications) throws IOException {
        Path directory = Files.createDirectories(
                Path.of(System.getProperty("durin.logs")).resolveSibling(name));
        Path log = directory.resolve("server.log");
        int port = freePort();
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx700m",
                "-Duser.timezone=" + zone,
                "-jar",
                System.getProperty("durin.server"),
                "--prebootcommandfile",
                Path.of("target", "test-classes", "payara-preboot.txt").toString(),
                "--nocluster",
                "--port",
                String.valueOf(port),
                "--postbootcommandfile",
                deployCommands(directory, applications).toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        PayaraServer server = new PayaraServer(process, log, port);
        server.awaitReady();
        return server;
    }

    /** One command each: of several on the command line, the first that fails to start ends the start of the others. */
    private static Path deployCommands(Path directory, List<WebArchive> applications) throws IOException {
        StringBuilder commands = new StringBuilder();
        for (WebArchive application : applications) {
            Path file = directory.resolve(application.getName());
            application.as(ZipExporter.class).exportTo(file.toFile(), true);
            commands.append("deploy ").append(file).append('\n');
        }
        return Files.writeString(directory.resolve("deploy.txt"), commands);
    }

    Api api(String application) {
        return new Api(root(application));
    }

    URI root(String application) {
        return URI.create("http://localhost:" + port + "/" + application + "/");
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady() {
        Instant patience = Instant.now().plus(LONGEST_START);
        while (!log().contains("ready in")) {
            if (!process.isAlive() || Instant.now().isAfter(patience)) {
                close();
                throw new IllegalStateException("Payara Micro did not start, see " + log);
            }
            pause();
        }
    }

    private void pause() {
        try {
            process.waitFor(200, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
