package dev.durin.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jboss.shrinkwrap.api.Archive;

/** A Payara Micro of a test's own. */
final class PayaraServer extends ServerProcess {

    private PayaraServer(ProcessBuilder command, Path log, int port) throws IOException {
        super(command, log, port);
    }

    static PayaraServer start(String name, List<? extends Archive<?>> applications) throws IOException {
        return start(name, "UTC", applications);
    }

    /** In a time zone. */
    static PayaraServer start(String name, String zone, List<? extends Archive<?>> applications) throws IOException {
        return start(name, zone, List.of(), applications);
    }

    /** With further commands before it starts. */
    static PayaraServer start(String name, String zone, List<String> commands, List<? extends Archive<?>> applications)
            throws IOException {
        return start(name, zone, commands, List.of(), applications);
    }

    /** With further arguments. */
    static PayaraServer startWith(String name, List<String> arguments, List<? extends Archive<?>> applications)
            throws IOException {
        return start(name, "UTC", List.of(), arguments, applications);
    }

    private static PayaraServer start(
            String name,
            String zone,
            List<String> commands,
            List<String> arguments,
            List<? extends Archive<?>> applications)
            throws IOException {
        Path directory = directory(name);
        int port = freePort();
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(javaOptions());
        line.addAll(List.of(
                "-Xmx700m",
                "-Duser.timezone=" + zone,
                "-jar",
                System.getProperty("durin.server"),
                "--prebootcommandfile",
                preboot(directory, commands).toString(),
                "--nocluster",
                "--port",
                String.valueOf(port),
                "--postbootcommandfile",
                deployCommands(directory, applications).toString()));
        line.addAll(arguments);
        PayaraServer server = new PayaraServer(new ProcessBuilder(line), directory.resolve("server.log"), port);
        server.await(() -> server.log().contains("ready in"));
        return server;
    }

    private static Path preboot(Path directory, List<String> commands) throws IOException {
        String always = Files.readString(Path.of("target", "test-classes", "payara-preboot.txt"));
        return Files.writeString(directory.resolve("preboot.txt"), always.strip() + "\n" + String.join("\n", commands));
    }

    /** One command each: of several on the command line, the first that fails to start ends the start of the others. */
    private static Path deployCommands(Path directory, List<? extends Archive<?>> applications) throws IOException {
        StringBuilder commands = new StringBuilder();
        for (Archive<?> application : applications) {
            commands.append("deploy ").append(export(application, directory)).append('\n');
        }
        return Files.writeString(directory.resolve("deploy.txt"), commands);
    }
}
