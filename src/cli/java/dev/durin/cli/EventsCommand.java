package dev.durin.cli;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code events}: what has happened of late on the node that answers. */
@Command(name = "events", description = "Shows what has happened of late on the node that answers, the newest last.")
final class EventsCommand extends ServerCommand implements Runnable {

    @Mixin
    private OperatorOptions options = new OperatorOptions();

    @Option(names = "--after", paramLabel = "SEQUENCE", description = "What came after the event of this number alone.")
    private @Nullable Long after;

    @Option(names = "--kind", paramLabel = "KIND", description = "Events of one kind alone, such as login-failed.")
    private @Nullable String kind;

    @Option(names = "--limit", paramLabel = "NUMBER", description = "How many at most; 50 unless given.")
    private @Nullable Integer limit;

    EventsCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public void run() {
        JsonObject answer = server(options)
                .get(RequestPath.of("/admin/events")
                        .where("after", after)
                        .where("kind", kind)
                        .where("limit", limit));
        output(options).showTable(answer, () -> table(Members.objects(answer, "items")));
    }

    private static Table table(List<JsonObject> newestFirst) {
        List<JsonObject> events = new ArrayList<>(newestFirst);
        Collections.reverse(events);
        return Table.of("NUMBER", "TIME", "KIND", "CALLER", "CLIENT", "OPERATOR", "ADDRESS", "DETAIL")
                .rows(events, "sequence", "time", "kind", "caller", "client", "operator", "address", "detail");
    }
}
