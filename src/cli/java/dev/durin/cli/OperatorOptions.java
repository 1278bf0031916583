package dev.durin.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where the server is, and as whom to speak to it. Set by the arguments; the token itself is never one of them. */
final class OperatorOptions {

    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,1024}");
    private static final Pattern SCHEME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,32}");

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description =
                    "The file that holds the operator's token, such as \"login --save\" makes one. Unless given, the"
                            + " variable DURIN_TOKEN holds the token.")
    private @Nullable Path tokenFile;

    @Option(
            names = "--scheme",
            paramLabel = "NAME",
            defaultValue = "Token",
            description = "The scheme of the header, where durin.auth.header-prefixes has no Token.")
    private String scheme = "Token";

    ServerOptions server() {
        return server;
    }

    /** The header's value. */
    String authorization(Surroundings surroundings) {
        if (!SCHEME.matcher(scheme).matches()) {
            throw CommandFailedException.usage("--scheme: it must be a word such as Token.");
        }
        String token = token(surroundings).strip();
        if (!TOKEN.matcher(token).matches()) {
            throw CommandFailedException.usage(
                    (tokenFile == null ? "DURIN_TOKEN" : "The file of --token-file") + " does not hold a token.");
        }
        return scheme + " " + token;
    }

    private String token(Surroundings surroundings) {
        if (tokenFile != null) {
            return read(tokenFile);
        }
        return surroundings
                .variable("DURIN_TOKEN")
                .orElseThrow(
                        () -> CommandFailedException.usage("There is no token: log in with \"login --save FILE\" and"
                                + " give --token-file FILE, or put one into the variable DURIN_TOKEN."));
    }

    private static String read(Path file) {
        try {
            return Optional.of(Files.readString(file, StandardCharsets.UTF_8))
                    .filter(text -> text.length() < 10_000)
                    .orElse("");
        } catch (IOException e) {
            throw CommandFailedException.usage("--token-file: " + file + " cannot be read.");
        }
    }
}
