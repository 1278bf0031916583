package dev.durin.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A file of rows with commas, which is written row by row, so that a run that is cut short leaves what it has. */
final class Results {

    private final Path file;

    /** Begins the file anew. */
    Results(String name, String... columns) {
        this.file = file(name);
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        add((Object[]) columns);
    }

    /** A file of the results. */
    static Path file(String name) {
        try {
            Path file = Parameters.results().resolve(name);
            Files.createDirectories(file.getParent());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(Object... cells) {
        String row = Arrays.stream(cells).map(String::valueOf).collect(Collectors.joining(","));
        try {
            Files.writeString(file, row + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.out.println(file.getFileName() + ": " + row);
    }
}
