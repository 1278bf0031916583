package dev.durin.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that somebody is still writing. */
final class GrowingFile {

    private GrowingFile() {}

    /** What is in it so far. Its last character may not be whole, for which others throw. */
    static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
