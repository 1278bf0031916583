package dev.durin.benchmark.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What requests cost on one server. */
final class ServerReport {

    private static final String FLOOR = "unprotected";
    private static final String MAPPED = "hash-map";
    private static final String SIGNED = "microprofile-jwt";
    private static final int MOST_METHODS = 11;
    private static final int LEAST_ROUNDS = 7;

    private final Path directory;
    private final Rounds rounds;
    private final StringBuilder text = new StringBuilder();

    ServerReport(Path directory, Rows rows) {
        this.directory = directory;
        this.rounds = new Rounds(rows, "application");
    }

    String write(String name) {
        about(name);
        applications();
        targets();
        rounds.applications().stream()
                .filter(application -> !application.endsWith("-uncached"))
                .forEach(this::profile);
        return text.toString();
    }

    private void about(String name) {
        Map<String, String> about = Rows.read(directory.resolve("about.csv")).values();
        text.append("""
                ### %s

                Version %s with %s. %s rounds of %s s for each application, after %s for warming up; %s connections, %s
                tokens. Before it %s processes wanted to run on this machine.

                """.formatted(
                        name,
                        about.get("server-version"),
                        about.get("database"),
                        rounds.count(),
                        about.get("seconds"),
                        about.get("warm-up-rounds"),
                        about.get("connections"),
                        about.get("tokens"),
                        about.get("load")));
        if (rounds.count() < LEAST_ROUNDS) {
            text.append("**A trial.** A result takes %d rounds, on a machine with nothing else to do.\n\n"
                    .formatted(LEAST_ROUNDS));
        }
    }

    private void applications() {
        text.append("""
                | application | CPU µs | over `unprotected` µs | over `hash-map` µs | throughput | requests/s | p50 ms | p99 ms | statements per request |
                | --- | --- | --- | --- | --- | --- | --- | --- | --- |
                """);
        for (String application : rounds.applications()) {
            text.append("| `%s` | %s | %s | %s | %s | %.0f | %.2f | %.2f | %s |\n"
                    .formatted(
                            application,
                            rounds.of(application, Rows.of("cpu")),
                            rounds.over(application, FLOOR),
                            rounds.over(application, MAPPED),
                            rounds.ratio(application, FLOOR, Rounds.RATE),
                            rounds.of(application, Rounds.RATE).median(),
                            rounds.of(application, Rows.of("median")).median() / 1000,
                            rounds.of(application, Rows.of("high")).median() / 1000,
                            rounds.statements(application)));
        }
    }

    private void targets() {
        int before = text.length();
        for (String filter : List.of("filter", "filter-roles")) {
            target("`" + filter + "` over `unprotected`, µs", 2, rounds.over(filter, FLOOR));
            target(
                    "throughput that `" + filter + "` costs",
                    0.03,
                    rounds.ratio(filter, FLOOR, Rounds.RATE).map(ratio -> 1 - ratio));
            target(
                    "what `" + filter + "` adds, of what `microprofile-jwt` adds",
                    0.1,
                    rounds.part(filter, SIGNED, FLOOR));
        }
        for (String mechanism : List.of("mechanism", "mechanism-roles")) {
            target("`" + mechanism + "` over `hash-map`, µs", 3, rounds.over(mechanism, MAPPED));
            target(
                    "what `" + mechanism + "` adds, of what `microprofile-jwt` adds",
                    0.2,
                    rounds.part(mechanism, SIGNED, FLOOR));
        }
        if (directory.endsWith("liberty-no-authentication-cache")) {
            target("a login into the server, `hash-map` over `unprotected`, µs", 20, rounds.over(MAPPED, FLOOR));
        }
        target("statements per request, without those of the feed", 0, rounds.statementsOfRequests());
        if (text.length() > before) {
            text.insert(before, "\n| to reach | at most | measured | |\n| --- | --- | --- | --- |\n");
        }
        text.append('\n');
    }

    private void target(String what, double most, Sample measured) {
        if (!measured.isEmpty()) {
            text.append("| %s | %s | %s | %s |\n"
                    .formatted(what, Sample.plain(most), measured, verdict(measured.median(), most)));
        }
    }

    static String verdict(double measured, double most) {
        double missing = measured - most;
        return missing <= 0 ? "reached" : "**short by " + Sample.plain(missing) + "**";
    }

    private void profile(String application) {
        double cpu = rounds.of(application, Rows.of("cpu")).median();
        text.append(profile(directory, application, cpu));
    }

    /** Empty when nothing was recorded. */
    static String profile(Path directory, String application, double cpu) {
        Rows methods = Rows.read(directory.resolve("profile-" + application + ".csv"));
        if (methods.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        text.append("What `%s` spends, where Durin was the last to call, by Java Flight Recorder:\n\n"
                        .formatted(application))
                .append("| share of the CPU | µs | in |\n| --- | --- | --- |\n");
        for (Map<String, String> row : methods.first(MOST_METHODS)) {
            double share = Double.parseDouble(row.get("share"));
            text.append("| %.1f %% | %.1f | %s |\n".formatted(100 * share, share * cpu, code(row.get("method"))));
        }
        return text.append('\n').toString();
    }

    private static String code(String method) {
        return method.contains(".") ? "`" + method + "`" : method;
    }
}
