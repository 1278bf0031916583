package dev.durin.benchmark;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** What {@code -Ddurin.benchmark.…} says. The defaults are in the POM. */
final class Parameters {

    private static final String PREFIX = "durin.benchmark.";

    private Parameters() {}

    static String text(String name) {
        String text = System.getProperty(PREFIX + name);
        if (text == null) {
            throw new IllegalStateException("Not set: " + PREFIX + name + ". Run the benchmarks by mvn -Pbenchmark.");
        }
        return text;
    }

    static int number(String name) {
        return Integer.parseInt(text(name));
    }

    static List<String> list(String name) {
        return Arrays.stream(text(name).split(",")).map(String::strip).toList();
    }

    static Duration roundLength() {
        return Duration.ofSeconds(number("seconds"));
    }

    static Path results() {
        return Path.of(text("results"));
    }
}
