import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Runs the example on Payara Micro until Ctrl-C: {@code java RunExample.java payara-micro.jar example.war 8080 false false}.
 * With the first {@code true} it keeps accounts of its own, and what it mails is printed here; with the second it has the
 * console.
 */
public class RunExample {

    private static final int SECONDS_TO_START = 180;

    public static void main(String[] arguments) throws Exception {
        Path server = Path.of(arguments[0]);
        Path war = Path.of(arguments[1]);
        int port = Integer.parseInt(arguments[2]);
        boolean accounts = Boolean.parseBoolean(arguments[3]);
        boolean admin = Boolean.parseBoolean(arguments[4]);
        requireFree(port);

        String api = "http://localhost:" + port + "/api";
        Path log = war.resolveSibling("example.log");
        Path preboot = writePreboot(war.resolveSibling("example-preboot.txt"));
        System.out.println("Starting Payara Micro with " + war.getFileName() + ", its log is " + log + " ...");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (accounts) {
            command.addAll(accountSettings(api, MailSink.start()));
        }
        if (admin) {
            command.addAll(List.of("-Ddurin.admin.enabled=true", "-Ddurin.admin.callers=alice"));
        }
        command.addAll(List.of("-jar", server.toString(), "--prebootcommandfile", preboot.toString(), "--nocluster"));
        command.addAll(List.of("--port", String.valueOf(port), "--contextroot", "/", "--deploy", war.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        if (!answers(process, log, api + "/open")) {
            process.destroy();
            process.waitFor();
            System.exit(1);
        }
        System.out.println(instructions(api)
                + (accounts ? accountInstructions(api) : "")
                + (admin
                        ? "\nThe console for operators is at http://localhost:" + port + "/durin/, for alice.\n"
                        : ""));
        System.exit(process.waitFor());
    }

    /** What an application with accounts would have in its configuration. */
    private static List<String> accountSettings(String api, int mailPort) {
        return List.of(
                "-Ddurin.accounts.enabled=true",
                "-Ddurin.accounts.base-url=" + api,
                "-Ddurin.registration.enabled=true",
                "-Ddurin.registration.confirm=true",
                "-Ddurin.registration.groups=user",
                // Beside alice, bob and root, whom the example's own identity store knows.
                "-Ddurin.registration.beside-other-stores=true",
                "-Ddurin.mail.host=localhost",
                "-Ddurin.mail.port=" + mailPort,
                "-Ddurin.mail.security=none",
                "-Ddurin.mail.from=Durin's example <example@localhost>");
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

    private static String accountInstructions(String api) {
        return """

                Accounts are on. What the example mails is printed here.

                # register; a mail with a link comes
                curl -i %1$s/auth/register -d username=carol -d password=zebra-crossing-7 -d email=carol@example.com

                # not before the link was followed
                curl -i %1$s/auth/login -d username=carol -d password=zebra-crossing-7 -d client=web

                # follow the link of the mail in a browser and press the button, or
                curl -i -X POST <the link>

                # now
                curl -i %1$s/auth/login -d username=carol -d password=zebra-crossing-7 -d client=web

                # forgotten; another mail comes, whose link sets another password
                curl -i %1$s/auth/account/forgotten -d username=carol
                """.formatted(api);
    }

    private static String instructions(String api) {
        return """

                The example runs at %1$s; a page with sessions and API key is at %2$s
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
                """.formatted(api, api.replace("/api", "/"));
    }

    /** Takes mail by SMTP, as far as one application needs it, and prints it. */
    private static final class MailSink {

        static int start() throws IOException {
            ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
            Thread thread = new Thread(() -> serve(socket), "mail");
            thread.setDaemon(true);
            thread.start();
            return socket.getLocalPort();
        }

        private static void serve(ServerSocket socket) {
            while (true) {
                try (Socket connection = socket.accept();
                        BufferedReader in = new BufferedReader(
                                new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
                        PrintWriter out = new PrintWriter(connection.getOutputStream(), true, StandardCharsets.UTF_8)) {
                    converse(in, out);
                } catch (IOException e) {
                    System.err.println("A mail was cut short: " + e.getMessage());
                }
            }
        }

        private static void converse(BufferedReader in, PrintWriter out) throws IOException {
            out.print("220 localhost\r\n");
            out.flush();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String command = line.toUpperCase(Locale.ROOT);
                if (command.equals("DATA")) {
                    out.print("354 go on\r\n");
                    out.flush();
                    printMail(in);
                }
                out.print((command.equals("QUIT") ? "221" : "250") + " ok\r\n");
                out.flush();
            }
        }

        private static void printMail(BufferedReader in) throws IOException {
            System.out.println("---------------------------------------------------------------- mail");
            for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
                System.out.println(line);
            }
            System.out.println("---------------------------------------------------------------------");
        }
    }
}
