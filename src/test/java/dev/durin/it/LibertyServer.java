package dev.durin.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.Archive;

/** An Open Liberty of a test's own. */
final class LibertyServer extends ServerProcess {

    private static final String SERVER = "variants";

    private LibertyServer(ProcessBuilder command, Path log, int port) throws IOException {
        super(command, log, port);
    }

    static LibertyServer start(String name, List<? extends Archive<?>> applications) throws IOException {
        return start(name, "", applications);
    }

    /** With further elements of {@code server.xml}. */
    static LibertyServer start(String name, String elements, List<? extends Archive<?>> applications)
            throws IOException {
        Path user = directory(name);
        Path directory = Files.createDirectories(user.resolve("servers").resolve(SERVER));
        int port = freePort();
        String list = applications.stream()
                .map(application -> entry(export(application, user)))
                .collect(Collectors.joining());
        Files.writeString(directory.resolve("server.xml"), configuration(port, elements + list));
        Files.writeString(directory.resolve("jvm.options"), "-Xmx1g\n" + String.join("\n", javaOptions()));
        ProcessBuilder command = new ProcessBuilder(
                Path.of(System.getProperty("durin.installation"), "bin", "server")
                        .toString(),
                "run",
                SERVER,
                "--clean");
        command.environment().put("WLP_USER_DIR", user.toString());
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        command.environment().put("keystore_password", "of-the-tests-alone");
        LibertyServer server = new LibertyServer(command, user.resolve("server.log"), port);
        // The applications may be started before the server listens, which it does when it says that it is ready.
        server.await(() ->
                applications.stream().allMatch(server::isDone) && server.log().contains("CWWKF0011I"));
        return server;
    }

    private static String configuration(int port, String applications) throws IOException {
        return """
                <server>
                  <featureManager>
                    <feature>webProfile-%s.0</feature>
                    <feature>mpConfig-3.1</feature>
                  </featureManager>
                  <logging consoleLogLevel="INFO" />
                  <httpEndpoint id="defaultHttpEndpoint" host="127.0.0.1" httpPort="%d" httpsPort="%d" />
                  <library id="drivers"><fileset dir="%s" includes="*.jar" /></library>
                  %s
                </server>
                """.formatted(
                        System.getProperty("durin.it.jakarta-ee"),
                        port,
                        freePort(),
                        Path.of("target", "liberty", "drivers").toAbsolutePath(),
                        applications);
    }

    private static String entry(Path file) {
        String name = file.getFileName().toString();
        String kind = name.endsWith(".ear") ? "enterpriseApplication" : "webApplication";
        return """
                <%s name="%s" location="%s"><classloader commonLibraryRef="drivers" /></%s>
                """.formatted(kind, name.substring(0, name.length() - 4), file, kind);
    }

    /** Started, or failed in one of several ways. */
    private boolean isDone(Archive<?> application) {
        String name = application.getName().substring(0, application.getName().length() - 4);
        String log = log();
        return Stream.of(
                        "CWWKZ0001I: Application " + name + " started",
                        "CWWKZ0002E: An exception occurred while starting the application " + name + ".",
                        "CWWKZ0004E: An exception occurred while starting the application " + name + ".",
                        "CWWKZ0012I: The application " + name + " was not started")
                .anyMatch(log::contains);
    }
}
