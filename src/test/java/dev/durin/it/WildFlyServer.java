package dev.durin.it;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.Archive;

/** A WildFly of a test's own, as it is shipped unless told otherwise. */
final class WildFlyServer extends ServerProcess {

    private final Path base;
    private final Path deployments;
    private final int managementPort;

    private WildFlyServer(ProcessBuilder command, Path base, int port, int managementPort) throws IOException {
        super(command, base.resolve("server.log"), port);
        this.base = base;
        this.deployments = base.resolve("deployments");
        this.managementPort = managementPort;
    }

    static WildFlyServer start(String name, List<? extends Archive<?>> applications) throws IOException {
        return start(name, List.of(), applications);
    }

    /** With an operator's commands, before it has the applications. */
    static WildFlyServer startConfigured(String name, List<String> commands, List<? extends Archive<?>> applications)
            throws IOException {
        WildFlyServer server = start(name, List.of(), List.of());
        server.await(() -> server.log().contains("WFLYSRV0025"));
        server.command(commands);
        applications.forEach(application -> export(application, server.deployments));
        server.await(() -> applications.stream().allMatch(server::isDone));
        return server;
    }

    private void command(List<String> commands) throws IOException {
        Path script = Files.write(base.resolve("commands.cli"), commands);
        ProcessBuilder client = new ProcessBuilder(
                Path.of(System.getProperty("durin.installation"), "bin", "jboss-cli.sh")
                        .toString(),
                "--connect",
                "--controller=localhost:" + managementPort,
                "--file=" + script);
        client.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Path told = base.resolve("commands.log");
        Process process =
                client.redirectErrorStream(true).redirectOutput(told.toFile()).start();
        if (process.onExit().orTimeout(2, TimeUnit.MINUTES).join().exitValue() != 0) {
            close();
            throw new IllegalStateException(Files.readString(told));
        }
    }

    /** With further arguments. */
    static WildFlyServer start(String name, List<String> arguments, List<? extends Archive<?>> applications)
            throws IOException {
        Path home = Path.of(System.getProperty("durin.installation"));
        Path base = directory(name);
        Path configuration = Files.createDirectories(base.resolve("configuration"));
        copy(home.resolve("standalone/configuration"), configuration);
        forgetDeployments(configuration.resolve("standalone.xml"));
        Path deployments = Files.createDirectories(base.resolve("deployments"));
        clear(deployments);
        applications.forEach(application -> export(application, deployments));
        int port = freePort();
        int managementPort = freePort();
        ProcessBuilder command = new ProcessBuilder(
                home.resolve("bin/standalone.sh").toString(),
                "-Djboss.server.base.dir=" + base,
                "-Djboss.http.port=" + port,
                "-Djboss.https.port=" + freePort(),
                "-Djboss.management.http.port=" + managementPort);
        command.command().addAll(arguments);
        command.environment()
                .put("JAVA_OPTS", "-Xmx1g -Djava.net.preferIPv4Stack=true " + String.join(" ", javaOptions()));
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        WildFlyServer server = new WildFlyServer(command, base, port, managementPort);
        server.await(() -> applications.stream().allMatch(server::isDone));
        return server;
    }

    /** Beside what operators do to it. */
    @Override
    URI health() {
        return URI.create("http://localhost:" + managementPort + "/health/");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Of the server that runs the whole suite meanwhile, which notes in its configuration what it has deployed. */
    private static void forgetDeployments(Path configuration) throws IOException {
        String text = Files.readString(configuration);
        Files.writeString(configuration, text.replaceAll("(?s)<deployments>.*?</deployments>", ""));
    }

    /** Of what an earlier run has deployed. */
    private static void clear(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    /** It says so by files beside the application's. */
    private boolean isDone(Archive<?> application) {
        return Stream.of(".deployed", ".failed")
                .anyMatch(marker -> Files.exists(deployments.resolve(application.getName() + marker)));
    }
}
