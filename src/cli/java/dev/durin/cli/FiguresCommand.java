package dev.durin.cli;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code figures}: how many tokens there are and how often they are used. */
@Command(
        name = "figures",
        description = "Shows live tokens, uses, refusals and the cache. With --json all by day and hour.")
final class FiguresCommand extends ServerCommand implements Runnable {

    @Mixin
    private OperatorOptions options = new OperatorOptions();

    @Option(names = "--days", paramLabel = "NUMBER", description = "Uses of how many days, 1 to 366; 30 unless given.")
    private @Nullable Integer days;

    FiguresCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public void run() {
        JsonObject answer = server(options).get(RequestPath.of("/admin/figures").where("days", days));
        Output output = output(options);
        output.showTable(answer, () -> liveTokens(Members.objects(answer, "live_tokens")));
        show(output, sums("USES BY CLIENT", Members.objects(answer, "uses"), "client", "uses"));
        show(output, callers(Members.objects(answer, "top")));
        show(
                output,
                sums(
                        "REQUESTS BY CLIENT, LAST 48 HOURS OF THIS NODE",
                        Members.objects(answer, "hours"),
                        "client",
                        "requests"));
        show(output, sums("REFUSALS OF THIS NODE", Members.objects(answer, "refusals"), "kind", "count"));
        if (answer.get("cache") instanceof JsonObject cache) {
            show(output, cache(cache));
        }
    }

    private static void show(Output output, Table table) {
        output.line("");
        table.lines().forEach(output::line);
    }

    private static Table liveTokens(List<JsonObject> clients) {
        Table table = Table.of("LIVE TOKENS", "");
        for (JsonObject client : clients) {
            String more = client.getBoolean("capped", false) ? "more than " : "";
            table.row(Text.of(client, "client"), more + Text.of(client, "count"));
        }
        return table;
    }

    private static Table sums(String heading, List<JsonObject> rows, String by, String what) {
        Table table = Table.of(heading, "");
        rows.stream()
                .collect(Collectors.groupingBy(
                        row -> Text.of(row, by),
                        TreeMap::new,
                        Collectors.summingLong(row -> Members.number(row, what))))
                .forEach((name, sum) -> table.row(name, sum.toString()));
        return table;
    }

    private static Table callers(List<JsonObject> callers) {
        Table table = Table.of("MOST USES", "CLIENT", "");
        callers.forEach(row -> table.row(Text.of(row, "caller"), Text.of(row, "client"), Text.of(row, "uses")));
        return table;
    }

    private static Table cache(JsonObject cache) {
        return Table.of("CACHE", "")
                .row("entries", Text.of(cache, "entries"))
                .row("hits", Text.of(cache, "hits"))
                .row("misses", Text.of(cache, "misses"))
                .row("hit rate", Text.of(cache, "hit_rate"));
    }
}
