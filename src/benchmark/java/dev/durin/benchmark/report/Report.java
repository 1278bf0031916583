package dev.durin.benchmark.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The report on what the benchmarks have measured. A part that was not measured is left out. */
public final class Report {

    private static final Map<String, String> SERVERS = new LinkedHashMap<>();

    static {
        SERVERS.put("payara", "Payara Micro");
        SERVERS.put("wildfly", "WildFly");
        SERVERS.put("liberty", "Open Liberty");
        SERVERS.put("liberty-no-authentication-cache", "Open Liberty without its authentication cache");
    }

    private static final List<String> COLUMNS = List.of(
            "bytes per row",
            "of these in the table",
            "lookup",
            "lookup high",
            "cold lookup",
            "cold lookup high",
            "login",
            "login high");

    private final Path results;
    private final StringBuilder text = new StringBuilder(Texts.INTRODUCTION);

    private Report(Path results) {
        this.results = results;
    }

    /** Takes the directory of the results and the file to write. */
    public static void main(String[] arguments) throws IOException {
        Report report = new Report(Path.of(arguments[0]));
        report.environment();
        report.requests();
        report.checks();
        report.memory();
        report.logins();
        report.refusals();
        report.tables();
        report.lists();
        report.nodes();
        Files.writeString(Path.of(arguments[1]), report.text.toString().stripTrailing() + "\n");
    }

    private Rows rows(String file) {
        return Rows.read(results.resolve(file));
    }

    private void environment() {
        Map<String, String> of = rows("environment.csv").values();
        long gigabytes = Math.round(Double.parseDouble(of.get("memory").split(" ")[0]) / 1024 / 1024);
        text.append("Measured on %s: %s, %s cores, %d GB; %s; %s.\n\n"
                .formatted(
                        of.get("date"),
                        of.get("processor"),
                        of.get("cores"),
                        gigabytes,
                        of.get("system"),
                        of.get("java")));
    }

    private void requests() {
        Set<String> applications = SERVERS.keySet().stream()
                .flatMap(directory -> rows(directory + "/rounds.csv").distinct("application").stream())
                .collect(Collectors.toSet());
        if (applications.isEmpty()) {
            return;
        }
        text.append(Texts.requests(applications));
        SERVERS.forEach((directory, name) -> {
            Rows rows = rows(directory + "/rounds.csv");
            if (!rows.isEmpty()) {
                text.append(new ServerReport(results.resolve(directory), rows).write(name));
            }
        });
        text.append(Texts.SHORTFALLS);
    }

    private void checks() {
        Rows rows = rows("micro.csv");
        if (rows.isEmpty()) {
            return;
        }
        text.append(Texts.CHECKS);
        for (Map<String, String> row : rows.rows()) {
            String name = row.get("Benchmark");
            if (!name.contains(":")) {
                text.append("| `%s` | %s | %s | %s |\n"
                        .formatted(
                                name.substring(name.lastIndexOf('.') + 1),
                                Sample.plain(row.get("Score")),
                                Sample.plain(row.get("Score Error (99.9%)")),
                                allocated(rows, name)));
            }
        }
        text.append("\nTo reach: `hit` allocates at most 256 bytes.\n\n");
    }

    private static String allocated(Rows rows, String name) {
        return rows.rows().stream()
                .filter(row -> row.get("Benchmark").startsWith(name + ":"))
                .filter(row -> row.get("Benchmark").endsWith("gc.alloc.rate.norm"))
                .map(row -> Sample.plain(Math.rint(Double.parseDouble(row.get("Score")))))
                .findFirst()
                .orElse("");
    }

    private void memory() {
        Rows rows = rows("memory.csv");
        if (!rows.isEmpty()) {
            text.append(Texts.MEMORY);
            rows.rows()
                    .forEach(row ->
                            text.append("| %s | %s |\n".formatted(row.get("name"), Sample.plain(row.get("value")))));
            text.append("\nTo reach: at most 300 bytes per cached token; for forged ones no look and no memory.\n\n");
        }
    }

    private void logins() {
        StringBuilder table = new StringBuilder();
        SERVERS.forEach((directory, name) -> {
            Rows rows = rows(directory + "/login.csv");
            for (String iterations : rows.distinct("iterations")) {
                Rounds rounds = new Rounds(rows.where("iterations", iterations), "what");
                table.append("| %s | %s | %.2f | %.2f | %s | %s |\n"
                        .formatted(
                                name,
                                iterations,
                                rounds.of("hash", Rows.of("median")).median() / 1000,
                                rounds.of("login", Rows.of("median")).median() / 1000,
                                rounds.ratio("login", "hash", Rows.of("median")),
                                rounds.ratio("login", "hash", Rows.of("cpu"))));
            }
        });
        if (!table.isEmpty()) {
            text.append(Texts.LOGINS).append(table).append('\n');
            SERVERS.forEach((directory, name) -> {
                Rows rows = rows(directory + "/login.csv");
                if (!rows.isEmpty()) {
                    String least = rows.distinct("iterations").iterator().next();
                    double cpu = new Rounds(rows.where("iterations", least), "what")
                            .of("login", Rows.of("cpu"))
                            .median();
                    text.append(ServerReport.profile(results.resolve(directory), "login", cpu)
                            .replace(
                                    "What `login` spends",
                                    "What a login with " + least + " iterations spends on " + name));
                }
            });
        }
    }

    private void refusals() {
        Rows rows = rows("refusals.csv");
        if (rows.isEmpty()) {
            return;
        }
        text.append(Texts.REFUSALS.formatted(rows.distinct("round").size()));
        Rounds rounds = new Rounds(rows, "kind");
        for (String kind : rows.distinct("kind")) {
            text.append("| %s | %s | %s |\n"
                    .formatted(
                            kind,
                            rounds.of(kind, Rows.of("millis")),
                            rounds.ratio(kind, "unknown", Rows.of("millis"))));
        }
        text.append('\n');
    }

    private void lists() {
        List<Map<String, String>> queries = rows("admin.csv").rows();
        if (queries.isEmpty()) {
            return;
        }
        text.append(Texts.LISTS);
        queries.forEach(row -> text.append("| `%s` | %s | %s | %s |\n"
                .formatted(
                        row.get("query"),
                        row.get("items"),
                        Sample.plain(row.get("median")),
                        Sample.plain(row.get("high")))));
        text.append(
                "\nTo reach: 100 ms. Sums of uses that are made anew take longer, the more the more rows the days have.\n\n");
    }

    private void nodes() {
        List<Map<String, String>> changes = rows("nodes.csv").rows();
        if (!changes.isEmpty()) {
            text.append(Texts.NODES);
            changes.forEach(row -> text.append("| " + String.join(" | ", row.values()) + " |\n"));
        }
    }

    private void tables() {
        List<Map<String, String>> sizes = rows("tables.csv").rows();
        if (sizes.isEmpty()) {
            return;
        }
        text.append(Texts.TABLES);
        for (Map<String, String> row : sizes) {
            text.append(String.format(Locale.ROOT, "| %,d |", Long.parseLong(row.get("rows"))));
            COLUMNS.forEach(column ->
                    text.append(" ").append(Sample.plain(row.get(column))).append(" |"));
            text.append('\n');
        }
        double ratio = Rows.of("lookup").applyAsDouble(sizes.get(sizes.size() - 1))
                / Rows.of("lookup").applyAsDouble(sizes.get(0));
        text.append(Texts.SLOWER_LOOK.formatted(Sample.plain(ratio), ServerReport.verdict(ratio, 1.5)));
    }
}
