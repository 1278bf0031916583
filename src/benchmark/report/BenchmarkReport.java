import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Writes the report on what the benchmarks have measured: {@code java BenchmarkReport.java target/benchmark
 * docs/benchmarks.md}. A part that was not measured is left out.
 */
public class BenchmarkReport {

    private static final Map<String, String> SERVERS = new LinkedHashMap<>();

    static {
        SERVERS.put("payara", "Payara Micro");
        SERVERS.put("wildfly", "WildFly");
        SERVERS.put("liberty", "Open Liberty");
        SERVERS.put("liberty-no-authentication-cache", "Open Liberty without its authentication cache");
    }

    private static final String INTRODUCTION = """
            # Benchmarks

            What Durin costs, measured by this project itself. Made by

            ```
            .ci/benchmark
            ```

            which runs `mvn -Pbenchmark`, `mvn -Pbenchmark,wildfly` and `mvn -Pbenchmark,liberty` and needs a machine with
            nothing else to do, some 20 GB of disk and some hours. `-Ddurin.benchmark.…` makes it shorter, see the profile
            in the POM. Figures are never a gate: where one falls short, this page says so.

            """;

    private static final String REQUESTS = """
            ## Requests

            The same resource, which answers the name of its caller, in several applications on one process of the server:

            | application | what stands before the resource |
            | --- | --- |
            | `unprotected` | nothing, without Jakarta Security |
            | `hash-map` | a mechanism of Jakarta Security that looks the header up in a `HashMap`: the server's own price |
            | `mechanism` | Durin, `durin.entry=mechanism`, `@Authenticated` |
            | `filter` | Durin, `durin.entry=filter`, `@Authenticated` |
            | `filter-roles` | Durin, `durin.entry=filter`, `@RolesAllowed` |
            | `filter-uncached` | as `filter`, with `durin.token.cache-timeout=0`: each request reads its token's row |
            | `jwt` | MicroProfile JWT with RS256, `@RolesAllowed` |

            Requests come from a process of its own on the same machine, in a closed loop over kept connections, with so many
            tokens in turn as the table says. Each round measures each application once, beginning with another one each
            time. *CPU* is the processor time of the server's process divided by the requests; *over* is the difference in
            the same round, *throughput* the ratio in the same round; all are medians over the rounds, with the quartiles
            in brackets. Statements are all that PostgreSQL was sent by the application's database meanwhile. Tokens stay
            cached (`durin.token.cache-timeout=1d`), so that no look at the database falls into a round; what a look costs
            is the difference between `filter-uncached` and `filter`.

            """;

    private final Path results;
    private final StringBuilder text = new StringBuilder(INTRODUCTION);

    private BenchmarkReport(Path results) {
        this.results = results;
    }

    public static void main(String[] arguments) throws IOException {
        BenchmarkReport report = new BenchmarkReport(Path.of(arguments[0]));
        report.environment();
        report.requests();
        report.micro();
        report.memory();
        report.logins();
        report.tables();
        Files.writeString(Path.of(arguments[1]), report.text.toString().stripTrailing() + "\n");
    }

    private void environment() throws IOException {
        Map<String, String> of = values("environment.csv");
        text.append("Measured on %s: %s, %s cores, %s; %s; %s.\n\n"
                .formatted(
                        of.get("date"),
                        of.get("processor"),
                        of.get("cores"),
                        memory(of.get("memory")),
                        of.get("system"),
                        of.get("java")));
    }

    private static String memory(String kilobytes) {
        return Math.round(Double.parseDouble(kilobytes.split(" ")[0]) / 1024 / 1024) + " GB";
    }

    private void requests() throws IOException {
        text.append(REQUESTS);
        for (Map.Entry<String, String> server : SERVERS.entrySet()) {
            Rows rows = Rows.read(results.resolve(server.getKey()).resolve("rounds.csv"));
            if (!rows.isEmpty()) {
                server(server.getKey(), server.getValue(), new Rounds(rows));
            }
        }
    }

    private void server(String directory, String name, Rounds rounds) throws IOException {
        Map<String, String> about = values(directory + "/about.csv");
        text.append("### %s %s\n\n".formatted(name, about.get("server-version")));
        text.append(
                "%s. %s rounds of %s s for each application after %s for warming up, %s connections, %s tokens; load of the machine before: %s.\n\n"
                        .formatted(
                                about.get("database"),
                                rounds.count(),
                                about.get("seconds"),
                                about.get("warm-up-rounds"),
                                about.get("connections"),
                                about.get("tokens"),
                                about.get("load")));
        text.append("| application | CPU µs | over `unprotected` µs | over `hash-map` µs | throughput | requests/s | p50 ms | p99 ms | statements per request |\n"
                + "| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
        for (String application : rounds.applications()) {
            text.append("| `%s` | %s | %s | %s | %s | %.0f | %.2f | %.2f | %s |\n"
                    .formatted(
                            application,
                            rounds.of(application, Rows.of("cpu")),
                            rounds.over(application, "unprotected"),
                            rounds.over(application, "hash-map"),
                            rounds.throughput(application),
                            rounds.of(application, Rounds.RATE).median(),
                            rounds.of(application, Rows.of("median")).median() / 1000,
                            rounds.of(application, Rows.of("high")).median() / 1000,
                            rounds.statements(application)));
        }
        text.append('\n');
        targets(directory, rounds);
        profiles(directory, rounds);
    }

    private void targets(String directory, Rounds rounds) {
        text.append("| to reach | at most | measured | |\n| --- | --- | --- | --- |\n");
        for (String application : List.of("filter", "filter-roles")) {
            target("`" + application + "` over `unprotected`, µs", 2, rounds.over(application, "unprotected"));
            target("throughput that `" + application + "` costs", 0.03, rounds.throughput(application).map(r -> 1 - r));
            target("what `" + application + "` adds, as a part of what `jwt` adds", 0.1, rounds.part(application));
        }
        target("`mechanism` over `hash-map`, µs", 3, rounds.over("mechanism", "hash-map"));
        target("what `mechanism` adds, as a part of what `jwt` adds", 0.2, rounds.part("mechanism"));
        if (directory.startsWith("liberty-")) {
            target("a login into the server: `hash-map` over `unprotected`, µs", 20, rounds.over("hash-map", "unprotected"));
        }
        text.append('\n');
    }

    private void target(String what, double most, Sample measured) {
        if (measured.isEmpty()) {
            return;
        }
        double median = measured.median();
        text.append("| %s | %s | %s | %s |\n"
                .formatted(what, plain(most), measured, median <= most ? "reached" : "**short by " + plain(median - most) + "**"));
    }

    private void profiles(String directory, Rounds rounds) throws IOException {
        for (String application : rounds.applications()) {
            Rows rows = Rows.read(results.resolve(directory).resolve("profile-" + application + ".csv"));
            if (rows.isEmpty() || application.endsWith("-uncached")) {
                continue;
            }
            double cpu = rounds.of(application, Rows.of("cpu")).median();
            text.append("What `%s` spends in Durin, by Java Flight Recorder, as a share of the server's CPU:\n\n| µs | in |\n| --- | --- |\n"
                    .formatted(application));
            for (Map<String, String> row : rows.first(11)) {
                text.append("| %.1f | %s |\n"
                        .formatted(Double.parseDouble(row.get("share")) * cpu, code(row.get("method"))));
            }
            text.append('\n');
        }
    }

    private static String code(String method) {
        return method.contains(".") ? "`" + method + "`" : method;
    }

    private void micro() throws IOException {
        Rows rows = Rows.read(results.resolve("micro.csv"));
        if (rows.isEmpty()) {
            return;
        }
        text.append("## A check in Durin's own code\n\nBy JMH, one thread, without a server, 1,000 tokens in turn. `parse` reads the text, `parseAndAuthenticate`"
                + " also computes its\nauthentication code; `hit` is a whole check of a known token, `forged` of one that nobody has issued, `miss` of one whose row\nis read by EclipseLink from an H2 in"
                + " the same virtual machine, without the server's own price for a transaction.\n\n| check | ns | error (99.9 %) | bytes allocated |\n| --- | --- | --- | --- |\n");
        for (Map<String, String> row : rows.rows()) {
            String name = row.get("Benchmark");
            if (!name.contains(":")) {
                String method = name.substring(name.lastIndexOf('.') + 1);
                String bytes = rows.rows().stream()
                        .filter(other -> other.get("Benchmark").matches(java.util.regex.Pattern.quote(name) + ":.?gc.alloc.rate.norm"))
                        .map(other -> plain(Double.parseDouble(other.get("Score"))))
                        .findFirst()
                        .orElse("");
                text.append("| `%s` | %s | %s | %s |\n"
                        .formatted(method, number(row.get("Score")), number(row.get("Score Error (99.9%)")), bytes));
            }
        }
        text.append("\nTo reach: `hit` allocates at most 256 bytes.\n\n");
    }

    private void memory() throws IOException {
        Rows rows = Rows.read(results.resolve("memory.csv"));
        if (!rows.isEmpty()) {
            text.append("## Memory\n\nA cache filled with tokens as they are found in the world: another caller each, two groups, the user agent of a browser.\n\n| | |\n| --- | --- |\n");
            rows.rows().forEach(row -> text.append("| %s | %s |\n".formatted(row.get("name"), number(row.get("value")))));
            text.append("\nTo reach: at most 300 bytes per cached token; no look and no memory for forged ones.\n\n");
        }
    }

    private void logins() throws IOException {
        StringBuilder table = new StringBuilder();
        for (Map.Entry<String, String> server : SERVERS.entrySet()) {
            Rows rows = Rows.read(results.resolve(server.getKey()).resolve("login.csv"));
            for (String iterations : rows.distinct("iterations")) {
                Rounds rounds = new Rounds(rows.where("iterations", iterations), "what");
                Sample time = rounds.ratio("login", "hash", Rows.of("median"));
                Sample cpu = rounds.ratio("login", "hash", Rows.of("cpu"));
                table.append("| %s | %s | %.2f | %.2f | %s | %s |\n"
                        .formatted(
                                server.getValue(),
                                iterations,
                                rounds.of("hash", Rows.of("median")).median() / 1000,
                                rounds.of("login", Rows.of("median")).median() / 1000,
                                time,
                                cpu));
            }
        }
        if (!table.isEmpty()) {
            text.append("## Login\n\n`POST auth/login`, each a new row in PostgreSQL, against the hash of its password alone, which a resource of the same\napplication computes:"
                    + " `Pbkdf2PasswordHash` with the iterations that are its default, and with those that OWASP asks for. To\nreach: a ratio of 1.1.\n\n"
                    + "| server | iterations | hash, p50 ms | login, p50 ms | ratio of the time | ratio of the CPU |\n| --- | --- | --- | --- | --- | --- |\n"
                    + table + "\n");
        }
    }

    private void tables() throws IOException {
        Rows rows = Rows.read(results.resolve("tables.csv"));
        if (rows.isEmpty()) {
            return;
        }
        text.append("## Large tables\n\nTokens in PostgreSQL, three of each caller, the row and all indexes counted. A *look* is what a check of an unknown\ntoken does, by EclipseLink over one connection, at random"
                + " rows; *cold*: 1,000 of them after PostgreSQL was started anew, while\nthe kernel still had what it had of its files. A *login* is one over HTTP with a new row, without a password's hash.\n\n"
                + "| tokens | bytes per row | of these without indexes | look, p50 µs | p99 µs | cold look, p50 µs | p99 µs | login, p50 µs | p99 µs |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
        for (Map<String, String> row : rows.rows()) {
            text.append("| %s |".formatted(String.format(Locale.ROOT, "%,d", Long.parseLong(row.get("rows")))));
            for (String column : List.of("bytes per row", "of these in the table", "lookup", "lookup high", "cold lookup", "cold lookup high", "login", "login high")) {
                text.append(" %s |".formatted(number(row.get(column))));
            }
            text.append('\n');
        }
        List<Map<String, String>> all = rows.rows();
        double ratio = Double.parseDouble(all.get(all.size() - 1).get("lookup")) / Double.parseDouble(all.get(0).get("lookup"));
        text.append("\nThe last look's p50 is %.2f of the first one's. To reach: 1.5.\n\n".formatted(ratio));
    }

    private Map<String, String> values(String file) throws IOException {
        Map<String, String> values = new TreeMap<>();
        Rows.read(results.resolve(file)).rows().forEach(row -> values.put(row.get("name"), row.get("value")));
        return values;
    }

    private static String number(String text) {
        return text.matches("-?[0-9.E-]+") ? plain(Double.parseDouble(text)) : text;
    }

    /** Three digits or so: more would not be the same the next time. */
    static String plain(double value) {
        if (value == Math.rint(value)) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        return String.format(Locale.ROOT, Math.abs(value) < 1 ? "%.3f" : Math.abs(value) < 100 ? "%.1f" : "%.0f", value);
    }

    /** Values of the rounds, in their order. */
    private record Sample(double[] values) {

        boolean isEmpty() {
            return values.length == 0;
        }

        double median() {
            return quantile(0.5);
        }

        Sample map(java.util.function.DoubleUnaryOperator change) {
            return new Sample(Arrays.stream(values).map(change).toArray());
        }

        private double quantile(double part) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            double at = part * (sorted.length - 1);
            int below = (int) at;
            int above = Math.min(below + 1, sorted.length - 1);
            return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
        }

        @Override
        public String toString() {
            return isEmpty() ? "" : plain(median()) + " (" + plain(quantile(0.25)) + " … " + plain(quantile(0.75)) + ")";
        }
    }

    /** What was measured round by round, of several applications. */
    private static final class Rounds {

        static final ToDoubleFunction<Map<String, String>> RATE =
                row -> Double.parseDouble(row.get("requests")) / Double.parseDouble(row.get("seconds"));

        private final Map<String, Map<String, Map<String, String>>> byApplication = new LinkedHashMap<>();

        Rounds(Rows rows) {
            this(rows, "application");
        }

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
            return new Sample(byApplication.getOrDefault(application, Map.of()).values().stream()
                    .mapToDouble(value)
                    .toArray());
        }

        /** In the same round; empty for one of the two that was not measured. */
        private Sample pairs(String one, String other, java.util.function.BiFunction<Map<String, String>, Map<String, String>, Double> value) {
            Map<String, Map<String, String>> others = byApplication.getOrDefault(other, Map.of());
            return new Sample(byApplication.getOrDefault(one, Map.of()).entrySet().stream()
                    .filter(round -> others.containsKey(round.getKey()) && !one.equals(other))
                    .mapToDouble(round -> value.apply(round.getValue(), others.get(round.getKey())))
                    .toArray());
        }

        Sample over(String application, String floor) {
            ToDoubleFunction<Map<String, String>> cpu = Rows.of("cpu");
            return pairs(application, floor, (row, below) -> cpu.applyAsDouble(row) - cpu.applyAsDouble(below));
        }

        Sample ratio(String one, String other, ToDoubleFunction<Map<String, String>> value) {
            return pairs(one, other, (row, base) -> value.applyAsDouble(row) / value.applyAsDouble(base));
        }

        Sample throughput(String application) {
            return ratio(application, "unprotected", RATE);
        }

        Sample part(String application) {
            double[] added = over(application, "unprotected").values();
            double[] jwt = over("jwt", "unprotected").values();
            double[] parts = new double[Math.min(added.length, jwt.length)];
            for (int at = 0; at < parts.length; at++) {
                parts[at] = added[at] / jwt[at];
            }
            return new Sample(parts);
        }

        String statements(String application) {
            List<Map<String, String>> counted = byApplication.get(application).values().stream()
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

    /** A file with a line of names above. */
    private record Rows(List<Map<String, String>> rows) {

        static Rows read(Path file) throws IOException {
            List<Map<String, String>> rows = new ArrayList<>();
            if (Files.exists(file)) {
                List<String> lines = Files.readAllLines(file);
                String[] names = cells(lines.get(0));
                for (String line : lines.subList(1, lines.size())) {
                    String[] cells = cells(line);
                    Map<String, String> row = new LinkedHashMap<>();
                    for (int at = 0; at < names.length; at++) {
                        row.put(names[at], at < cells.length ? cells[at] : "");
                    }
                    rows.add(row);
                }
            }
            return new Rows(rows);
        }

        private static String[] cells(String line) {
            return line.replace("\"", "").split(",", -1);
        }

        static ToDoubleFunction<Map<String, String>> of(String column) {
            return row -> Double.parseDouble(row.get(column));
        }

        boolean isEmpty() {
            return rows.isEmpty();
        }

        List<Map<String, String>> first(int most) {
            return rows.subList(0, Math.min(most, rows.size()));
        }

        Set<String> distinct(String column) {
            Set<String> values = new LinkedHashSet<>();
            rows.forEach(row -> values.add(row.get(column)));
            return values;
        }

        Rows where(String column, String value) {
            return new Rows(rows.stream().filter(row -> row.get(column).equals(value)).toList());
        }
    }
}
