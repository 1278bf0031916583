package dev.durin.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the server is, and how its answers are shown. Set by the arguments. */
final class ServerOptions {

    private static final int LARGEST_PORT = 65_535;

    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|.*\\.localhost|127(\\.\\d{1,3}){3}|\\[::1]|\\[0(:0){6}:1]");

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "Where the endpoints are, such as https://shop.example/api/auth. Unless given, the variable"
                    + " DURIN_SERVER says it.")
    private @Nullable String server;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long to wait for an answer; 60 unless given.")
    private int timeout;

    @Option(names = "--json", description = "Shows the server's answer as it is, in JSON.")
    private boolean json;

    boolean json() {
        return json;
    }

    Duration timeout() {
        if (timeout < 1) {
            throw CommandFailedException.usage("--timeout: it must be a number of seconds from 1 on.");
        }
        return Duration.ofSeconds(timeout);
    }

    /** The address, without a slash at the end. */
    URI root(Surroundings surroundings) {
        String text = Optional.ofNullable(server)
                .or(() -> surroundings.variable("DURIN_SERVER"))
                .orElseThrow(() -> CommandFailedException.usage("Say where the endpoints are: --server"
                        + " https://shop.example/api/auth, or in the variable DURIN_SERVER."));
        URI root = parsed(text.strip().replaceAll("/+$", ""));
        if (root.getRawUserInfo() != null) {
            throw CommandFailedException.usage("--server: the address must have neither name nor password in it.");
        }
        boolean usable =
                isHttp(root) && root.getHost() != null && root.getPort() <= LARGEST_PORT && root.getRawQuery() == null;
        if (!usable || root.getRawFragment() != null) {
            throw notAnAddress();
        }
        return root;
    }

    /** Whether what is sent there can be read on the way: all but what stays on this machine. */
    static boolean isReadableOnTheWay(URI root) {
        return root.getScheme().equalsIgnoreCase("http")
                && !LOOPBACK.matcher(root.getHost().toLowerCase(Locale.ROOT)).matches();
    }

    private static boolean isHttp(URI root) {
        return "http".equalsIgnoreCase(root.getScheme()) || "https".equalsIgnoreCase(root.getScheme());
    }

    /** The parser's message would show the text, which may have a password in it. */
    private static URI parsed(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw notAnAddress();
        }
    }

    private static CommandFailedException notAnAddress() {
        return CommandFailedException.usage(
                "--server: it must be the address of the endpoints, such as https://shop.example/api/auth.");
    }
}
