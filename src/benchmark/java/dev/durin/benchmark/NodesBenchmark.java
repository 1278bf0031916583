package dev.durin.benchmark;

import dev.durin.it.RevocationTimes;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** How long a second node of the same server goes on with what the first one has ended or changed. */
final class NodesBenchmark {

    private NodesBenchmark() {}

    static void run() throws IOException {
        Results results = new Results("nodes.csv", "change", "rounds", "least", "median", "90 %", "99 %", "most");
        RevocationTimes.measure(Parameters.number("revocations"))
                .forEach((change, times) -> results.add(
                        change.toLowerCase(Locale.ROOT).replace('_', ' '),
                        times.size(),
                        part(times, 0),
                        part(times, 0.5),
                        part(times, 0.9),
                        part(times, 0.99),
                        part(times, 1)));
    }

    private static long part(List<Long> times, double part) {
        return times.get((int) Math.min(times.size() - 1.0, part * times.size()));
    }
}
