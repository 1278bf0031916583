package dev.durin.cli;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code token}: the tokens of all callers. */
@Command(name = "token", description = "Lists, finds, issues and ends tokens.")
final class TokenCommand extends ServerCommand {

    private static final RequestPath TOKENS = RequestPath.of("/admin/tokens");

    TokenCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Command(description = "Lists tokens, page by page.")
    void list(@Mixin OperatorOptions options, @Mixin TokenFilter filter, @Mixin PageOptions page) {
        JsonObject answer = server(options).get(page.in(filter.in(TOKENS)));
        Output output = output(options);
        output.showTable(answer, () -> table(Members.objects(answer, "items")));
        PageOptions.footer(answer, output);
    }

    @Command(
            description =
                    "Says whose token a text is. The text is asked for, or read from the standard input; it is never an"
                            + " argument.")
    void find(
            @Mixin OperatorOptions options,
            @Option(names = "--stdin", description = "Takes the first line of the standard input for the text.")
                    boolean fromInput) {
        Server server = server(options);
        String text = (fromInput
                        ? surroundings().firstLineOfInput()
                        : surroundings().secret("Token: "))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .orElseThrow(() -> CommandFailedException.usage(
                        "There is no token to look for, or no terminal to ask for it: pipe it in, with --stdin."));
        JsonObject answer = server.post(
                TOKENS.with("find"),
                Json.createObjectBuilder().add("token", text).build());
        Output output = output(options);
        output.show(answer, () -> "State: " + Text.of(answer, "state"));
        if (answer.get("token") instanceof JsonObject token) {
            table(List.of(token)).lines().forEach(output::line);
        }
    }

    @Command(description = "Issues a token for a caller, and shows it once.")
    void issue(
            @Mixin OperatorOptions options,
            @Option(names = "--caller", required = true, paramLabel = "NAME", description = "Whose token it shall be.")
                    String caller,
            @Option(names = "--client", required = true, paramLabel = "NAME", description = "For which client.")
                    String client,
            @Option(names = "--name", paramLabel = "NAME", description = "What the caller sees it as among others.")
                    @Nullable
                    String name,
            @Option(names = "--token-ttl", paramLabel = "DURATION", description = "How long it shall live.") @Nullable
                    String tokenTtl,
            @Mixin TokenResult result) {
        result.check();
        JsonObjectBuilder body =
                Json.createObjectBuilder().add("caller", caller).add("client", client);
        Optional.ofNullable(name).ifPresent(value -> body.add("name", value));
        Optional.ofNullable(tokenTtl).ifPresent(value -> body.add("token_ttl", value));
        result.keep(server(options).post(TOKENS, body.build()), output(options));
    }

    @Command(
            description =
                    "Ends tokens: one by its id, or all of a caller, a client, a caller with a client, or all there are.")
    void revoke(
            @Mixin OperatorOptions options,
            @Mixin TokenSelection selection,
            @Option(names = "--dry-run", description = "Ends nothing, and says how many would end.") boolean dryRun,
            @Option(names = "--yes", description = "Does it without asking.") boolean yes) {
        selection.check(dryRun);
        Server server = server(options);
        Output output = output(options);
        Optional<Long> id = selection.id();
        if (id.isPresent()) {
            showEnded(server.delete(TOKENS.with(id.get().toString())), output);
            return;
        }
        JsonObject which = selection.body();
        JsonObject affected = server.post(TOKENS.with("revoke").asDryRun(), which);
        if (dryRun) {
            output.show(affected, () -> Text.of(affected, "affected_tokens") + " tokens would end.");
            return;
        }
        confirm(
                "Tokens that will end, of " + selection.inWords() + ": " + Text.of(affected, "affected_tokens") + ".",
                yes);
        showEnded(server.post(TOKENS.with("revoke"), which), output);
    }

    private static void showEnded(JsonObject answer, Output output) {
        output.show(answer, () -> "Tokens ended: " + Text.of(answer, "tokens_ended") + ".");
    }

    private static Table table(List<JsonObject> tokens) {
        Table table = Table.of("ID", "CALLER", "CLIENT", "NAME", "CREATED", "EXPIRY", "LAST USED", "LAST ADDRESS", "");
        for (JsonObject token : tokens) {
            table.row(
                    Text.of(token, "id"),
                    Text.of(token, "caller"),
                    Text.of(token, "client"),
                    Text.of(token, "name"),
                    Text.of(token, "created"),
                    Text.of(token, "expiry"),
                    Text.of(token, "last_used"),
                    Text.of(token, "last_address"),
                    mark(token));
        }
        return table;
    }

    private static String mark(JsonObject token) {
        if (token.getBoolean("expired", false)) {
            return "expired";
        }
        return token.getBoolean("current", false) ? "this one" : "";
    }
}
