package dev.durin.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A server's access log, in which tokens of links must not be. */
final class AccessLog {

    private static final Path DOCUMENT = Path.of("docs", "scoped-tokens.md");

    private AccessLog() {}

    /** What the document says to set, from where it begins so. */
    static String documented(String beginning) throws IOException {
        Matcher code =
                Pattern.compile("`(" + Pattern.quote(beginning) + "[^`]*)`").matcher(Files.readString(DOCUMENT));
        if (!code.find()) {
            throw new IllegalStateException(DOCUMENT + " has nothing that begins with " + beginning);
        }
        return code.group(1);
    }

    /** All that is in the files of a directory that are so called. */
    static String in(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            StringBuilder text = new StringBuilder();
            for (Path file : files.filter(file -> file.getFileName().toString().contains("access"))
                    .toList()) {
                text.append(GrowingFile.text(file));
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
