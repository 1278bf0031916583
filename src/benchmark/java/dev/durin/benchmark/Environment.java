package dev.durin.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;

/** On what is measured. */
final class Environment {

    private Environment() {}

    static void write() throws IOException {
        Results results = new Results("environment.csv", "name", "value");
        results.add("date", LocalDate.now());
        results.add("processor", first(Path.of("/proc/cpuinfo"), "model name"));
        results.add("cores", Runtime.getRuntime().availableProcessors());
        results.add("memory", first(Path.of("/proc/meminfo"), "MemTotal"));
        results.add("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        results.add("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
    }

    /** How busy the machine is by others: processes that wanted to run, over the last minute. */
    static String load() {
        try {
            return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
        } catch (IOException e) {
            return "";
        }
    }

    private static String first(Path file, String key) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("");
        }
    }
}
