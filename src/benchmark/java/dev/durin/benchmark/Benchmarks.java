package dev.durin.benchmark;

import dev.durin.it.BenchmarkServer;
import dev.durin.token.CachedTokens;
import java.util.List;

/** Measures the parts that {@code durin.benchmark.parts} names, and leaves the results in files for the report. */
public final class Benchmarks {

    private Benchmarks() {}

    /** Takes no arguments, see {@link Parameters}. */
    public static void main(String[] arguments) throws Exception {
        List<String> parts = Parameters.list("parts");
        Environment.write();
        if (parts.contains("micro")) {
            MicroBenchmarks.run();
        }
        if (parts.contains("memory")) {
            CachedTokens.measure(Parameters.number("cached"), Parameters.number("forged"), Results.file("memory.csv"));
        }
        if (parts.contains("http") || parts.contains("login") || parts.contains("profile")) {
            for (String variant : BenchmarkServer.variants()) {
                ServerBenchmark.run(variant, parts);
            }
        }
        if (parts.contains("refusals")) {
            RefusalBenchmark.run();
        }
        if (parts.contains("tables")) {
            TableBenchmark.run();
        }
        if (parts.contains("admin")) {
            AdminBenchmark.run();
        }
        if (parts.contains("nodes")) {
            NodesBenchmark.run();
        }
        // What started the databases leaves threads behind.
        System.exit(0);
    }
}
