import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs the example on Payara Micro until Ctrl-C: {@code java RunExample.java payara-micro.jar example.war 8080}. */
public class RunExample {

    private static final int SECONDS_TO_START = 180;

    public static void main(String[] arguments) throws Exception {
        Path server = Path.of(arguments[0]);
        Path war = Path.of(arguments[1]);
        int port = Integer.parseInt(arguments[2]);
        requireFree(port);

        Path log = war.resolveSibling("example.log");
        Path preboot = writePreboot(war.resolveSibling("example-preboot.txt"));
        System.out.println("Starting Payara Micro with " + war.getFileName() + ", its log is " + log + " ...");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        server.toString(),
                        "--prebootcommandfile",
                        preboot.toString(),
                        "--nocluster",
                        "--port",
                        String.valueOf(port),
                        "--contextroot",
                        "/",
                        "--deploy",
                        war.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        if (!answers(process, log, "http://localhost:" + port + "/api/open")) {
            process.destroy();
            process.waitFor();
            System.exit(1);
        }
        System.out.println(instructions("http://localhost:" + port + "/api"));
        System.exit(process.waitFor());
    }

    private static void requireFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            socket.setReuseAddress(true);
        } catch (IOException e) {
            System.err.println("Port " + port + " is in use. Choose another one: mvn -Pexample -Dexample.port=8081");
            System.exit(1);
        }
    }

    /** A demo with known passwords listens on this machine alone. */
    private static Path writePreboot(Path file) throws IOException {
        return Files.writeString(
                file,
                "set configs.config.server-config.network-config.network-listeners.network-listener"
                        + ".http-listener.address=127.0.0.1\n");
    }

    /** The server stays up when a deployment has failed, so only an answer of the application counts. */
    private static boolean answers(Process process, Path log, String url) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
        for (int second = 0; second < SECONDS_TO_START; second++) {
            if (!process.isAlive()) {
                return failed("Payara Micro ended.", log);
            }
            // Asked in this order: an answer that comes after "ready" is there when it is asked for now.
            boolean ready = mentions(log, "ready in");
            if (isUp(client, request)) {
                return true;
            }
            if (ready) {
                return failed("The server is up, but the example was not deployed.", log);
            }
            Thread.sleep(1000);
        }
        return failed("Payara Micro was not ready after " + SECONDS_TO_START + " seconds.", log);
    }

    private static boolean isUp(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException nobodyListens) {
            return false;
        }
    }

    private static boolean failed(String reason, Path log) throws IOException {
        System.err.println(reason + " What its log says (" + log + "):");
        try (BufferedReader lines = Files.newBufferedReader(log)) {
            lines.lines().filter(RunExample::isTrouble).distinct().limit(10).forEach(System.err::println);
        }
        return false;
    }

    private static boolean isTrouble(String line) {
        return line.startsWith("Caused by: ") || line.contains("Exception occurred") || line.contains("BindException");
    }

    private static boolean mentions(Path log, String text) throws IOException {
        return Files.exists(log) && Files.readString(log).contains(text);
    }

    private static String instructions(String api) {
        return """

                The example runs at %1$s
                Callers: alice / alice-pass-1, bob / bob-pass-1 (group user), root / root-pass-1 (groups user, admin)
                Clients: web, mobile, cli, and api for API access tokens. Ctrl-C ends it. Try, in another terminal:

                # log in as client web, and keep the token
                TOKEN=$(curl -s %1$s/auth/login -d username=alice -d password=alice-pass-1 -d client=web | sed 's/.*"token":"\\([^"]*\\)".*/\\1/')

                # a call with it
                curl -i %1$s/web-only -H "Authorization: Token $TOKEN"

                # a refusal: the same call with a token of the client cli
                CLI=$(curl -s %1$s/auth/login -d username=alice -d password=alice-pass-1 -d client=cli | sed 's/.*"token":"\\([^"]*\\)".*/\\1/')
                curl -i %1$s/web-only -H "Authorization: Token $CLI"

                # the caller's sessions
                curl -i %1$s/auth/sessions -H "Authorization: Token $TOKEN"

                # log out; the second time the token is dead
                curl -i -X POST %1$s/auth/logout -H "Authorization: Token $TOKEN"
                curl -i -X POST %1$s/auth/logout -H "Authorization: Token $TOKEN"
                """.formatted(api);
    }
}
