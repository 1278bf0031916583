package dev.durin.benchmark.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;

/** What was measured round by round, of several applications. */
final class Rounds {

    /** Requests per second. */
    static final ToDoubleFunction<Map<String, String>> RATE =
            row -> Double.parseDouble(row.get("requests")) / Double.parseDouble(row.get("seconds"));

    private final Map<String, Map<String, Map<String, String>>> byApplication = new LinkedHashMap<>();

    /** With the column that says what was measured. */
    Rounds(Rows rows, String key) {
        rows.rows().forEach(row -> byApplication
                .computeIfAbsent(row.get(key), name -> new LinkedHashMap<>())
                .put(row.get("round"), row));
    }

    Set<String> applications() {
        return byApplication.keySet();
    }

    int count() {
        return byApplication.values().iterator().next().size();
    }

    Sample of(String application, ToDoubleFunction<Map<String, String>> value) {
        return new Sample(
                rounds(application).values().stream().mapToDouble(value).toArray());
    }

    private Map<String, Map<String, String>> rounds(String application) {
        return byApplication.getOrDefault(application, Map.of());
    }

    /** In the same round; empty when one of the two was not measured. */
    private Sample pairs(String one, String other, ToDoubleBiFunction<Map<String, String>, Map<String, String>> value) {
        Map<String, Map<String, String>> others = rounds(other);
        return new Sample(rounds(one).entrySet().stream()
                .filter(round -> others.containsKey(round.getKey()) && !one.equals(other))
                .mapToDouble(round -> value.applyAsDouble(round.getValue(), others.get(round.getKey())))
                .toArray());
    }

    /** How much more processor time a request takes. */
    Sample over(String application, String floor) {
        ToDoubleFunction<Map<String, String>> cpu = Rows.of("cpu");
        return pairs(application, floor, (row, below) -> cpu.applyAsDouble(row) - cpu.applyAsDouble(below));
    }

    Sample ratio(String one, String other, ToDoubleFunction<Map<String, String>> value) {
        return pairs(one, other, (row, base) -> value.applyAsDouble(row) / value.applyAsDouble(base));
    }

    /** What an application adds to a request, as a part of what another one adds. */
    Sample part(String application, String other, String floor) {
        double[] added = over(application, floor).values();
        double[] others = over(other, floor).values();
        double[] parts = new double[Math.min(added.length, others.length)];
        // Rounds begin with another application each, so the rows of two are not in the same order, but their rounds
        // are.
        for (int at = 0; at < parts.length; at++) {
            parts[at] = added[at] / others[at];
        }
        return new Sample(parts);
    }

    /**
     * Of all rounds in which they were counted. The feed of each application with Durin reads by two of them each second,
     * and once more where a round begins just before; once a minute the uses of all tokens are written, which falls into
     * few of the rounds.
     */
    Sample statementsOfRequests() {
        long feeds = byApplication.keySet().stream()
                .filter(application -> !statements(application).isEmpty())
                .count();
        return new Sample(byApplication.values().stream()
                .flatMap(rounds -> rounds.values().stream())
                .filter(row -> !row.get("statements").isEmpty())
                .mapToDouble(row -> {
                    double ofFeeds = 2 * feeds * (Math.ceil(Rows.of("seconds").applyAsDouble(row)) + 1);
                    double others = Math.max(0, Rows.of("statements").applyAsDouble(row) - ofFeeds);
                    return others / Rows.of("requests").applyAsDouble(row);
                })
                .toArray());
    }

    /** Empty when they were not counted. */
    String statements(String application) {
        List<Map<String, String>> counted = rounds(application).values().stream()
                .filter(row -> !row.get("statements").isEmpty())
                .toList();
        if (counted.isEmpty()) {
            return "";
        }
        double statements = counted.stream().mapToDouble(Rows.of("statements")).sum();
        double requests = counted.stream().mapToDouble(Rows.of("requests")).sum();
        return statements == 0 ? "0" : String.format(Locale.ROOT, "%.6f", statements / requests);
    }
}
