package dev.durin.cli;

import jakarta.json.JsonObject;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which part of a list. Set by the arguments. */
final class PageOptions {

    @Option(names = "--limit", paramLabel = "NUMBER", description = "How many at most, 1 to 200; 50 unless given.")
    private @Nullable Integer limit;

    @Option(
            names = "--after",
            paramLabel = "PLACE",
            description = "Goes on where another page has ended; each page says the place.")
    private @Nullable String after;

    RequestPath in(RequestPath list) {
        return list.where("limit", limit).where("after", after);
    }

    /** What is said below a page: how many there are in all, and how to see the next. */
    static void footer(JsonObject page, Output output) {
        output.line("");
        output.line(Text.of(page, "count") + " in all.");
        String next = Text.of(page, "next");
        if (!next.equals(Text.NONE)) {
            output.line("More: --after " + next);
        }
    }
}
