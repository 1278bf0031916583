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
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;

/** A server of a test's own, with several applications, some of which are meant to fail. */
abstract class ServerProcess implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(15);

    private final Process process;
    private final Path log;
    private final int port;

    /** Starts it. */
    ServerProcess(ProcessBuilder command, Path log, int port) throws IOException {
        this.process =
                command.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        this.log = log;
        this.port = port;
    }

    /** A directory of this test's run, beside the logs. */
    static Path directory(String name) throws IOException {
        return Files.createDirectories(Path.of(System.getProperty("durin.logs")).resolveSibling(name));
    }

    /** What the Java of a server is told in this run. */
    static List<String> javaOptions() {
        return Stream.of(System.getProperty("durin.it.java-options", "").split(" "))
                .filter(option -> !option.isEmpty())
                .toList();
    }

    static Path export(Archive<?> application, Path directory) {
        Path file = directory.resolve(application.getName());
        application.as(ZipExporter.class).exportTo(file.toFile(), true);
        return file;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    Api api(String application) {
        return new Api(root(application));
    }

    URI root(String application) {
        return URI.create("http://localhost:" + port + "/" + application + "/");
    }

    /** Where MicroProfile Health answers. */
    URI health() {
        return URI.create("http://localhost:" + port + "/health/");
    }

    /** The server's own process: some servers are started by a script. */
    ProcessHandle java() {
        return Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .filter(handle -> handle.info().command().orElse("").endsWith("/java"))
                .findFirst()
                .orElseThrow();
    }

    /** What the server has written since its start. */
    String log() {
        try {
            return GrowingFile.text(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until each application is deployed or has failed. */
    final void await(BooleanSupplier ready) {
        Instant patience = Instant.now().plus(LONGEST_START);
        while (!ready.getAsBoolean()) {
            if (!process.isAlive() || Instant.now().isAfter(patience)) {
                close();
                throw new IllegalStateException("The server did not start, see " + log);
            }
            pause();
        }
        if (!process.isAlive()) {
            throw new IllegalStateException("The server has stopped, see " + log);
        }
    }

    private void pause() {
        try {
            process.waitFor(200, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Has it stop as an operator would, and waits until it has. */
    void stop() {
        end(ProcessHandle::destroy);
    }

    /** Has it stop at once, without a chance to do anything. */
    void kill() {
        end(ProcessHandle::destroyForcibly);
    }

    /** Some servers are started by a script, which ends when the server does. */
    private void end(Consumer<ProcessHandle> how) {
        List<ProcessHandle> started = process.descendants().toList();
        List<ProcessHandle> told = started.isEmpty() ? List.of(process.toHandle()) : started;
        told.forEach(how);
        told.forEach(handle -> handle.onExit().orTimeout(2, TimeUnit.MINUTES).join());
        close();
    }

    /** Some servers are started by a script, which would leave them behind. */
    @Override
    public void close() {
        ProcessHandle[] started = process.descendants().toArray(ProcessHandle[]::new);
        for (ProcessHandle child : started) {
            child.destroy();
        }
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        for (ProcessHandle child : started) {
            child.destroyForcibly();
        }
    }
}
