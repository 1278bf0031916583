package dev.durin.cli;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code client}: the API clients. */
@Command(name = "client", description = "Lists, makes, changes and deletes API clients.")
final class ClientCommand extends ServerCommand {

    private static final RequestPath CLIENTS = RequestPath.of("/admin/clients");

    ClientCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Command(description = "Lists all clients.")
    void list(@Mixin OperatorOptions options) {
        JsonObject answer = server(options).get(CLIENTS);
        output(options).showTable(answer, () -> table(Members.objects(answer, "items")));
    }

    @Command(description = "Makes a client. What is not given is as the server's configuration has it.")
    void create(
            @Mixin OperatorOptions options,
            @Parameters(paramLabel = "NAME", description = "Its name, 1 to 64 characters.") String name,
            @Mixin ClientFields fields) {
        JsonObject client =
                server(options).post(CLIENTS, fields.members().add("name", name).build());
        output(options).note("Client " + Text.of(client, "name") + " created.");
        output(options).showTable(client, () -> table(List.of(client)));
    }

    @Command(description = "Changes a client; what is not given stays.")
    void change(
            @Mixin OperatorOptions options,
            @Parameters(paramLabel = "NAME", description = "Its name.") String name,
            @Mixin ClientFields fields,
            @Option(names = "--name", paramLabel = "NAME", description = "Another name.") @Nullable String newName,
            @Option(names = "--dry-run", description = "Changes nothing, and shows what would be.") boolean dryRun) {
        JsonObject change = newName == null
                ? fields.members().build()
                : fields.members().add("name", newName).build();
        if (change.isEmpty()) {
            throw CommandFailedException.usage("Say what shall be changed, such as --token-ttl 14d.");
        }
        Server server = server(options);
        RequestPath client = pathOf(server, name);
        if (dryRun) {
            showEffects(server.patch(client.asDryRun(), change), output(options));
        } else {
            JsonObject changed = server.patch(client, change);
            output(options).note("Client " + Text.of(changed, "name") + " changed.");
            output(options).showTable(changed, () -> table(List.of(changed)));
        }
    }

    @Command(description = "Deletes a client and ends its tokens, after having said how many.")
    void delete(
            @Mixin OperatorOptions options,
            @Parameters(paramLabel = "NAME", description = "Its name.") String name,
            @Option(names = "--dry-run", description = "Deletes nothing, and says how many tokens would end.")
                    boolean dryRun,
            @Option(names = "--yes", description = "Does it without asking.") boolean yes) {
        Server server = server(options);
        RequestPath client = pathOf(server, name);
        JsonObject affected = server.delete(client.asDryRun());
        if (dryRun) {
            output(options).show(affected, () -> Text.of(affected, "affected_tokens") + " tokens would end.");
            return;
        }
        confirm(
                "Client " + Text.clean(name) + " will be deleted, and tokens of it will end: "
                        + Text.of(affected, "affected_tokens") + ".",
                yes);
        JsonObject answer = server.delete(client);
        output(options)
                .show(
                        answer,
                        () -> "Client " + Text.clean(name) + " deleted, tokens ended: "
                                + Text.of(answer, "tokens_ended") + ".");
    }

    /** Clients are few, and their names tell capitals apart. */
    private static RequestPath pathOf(Server server, String name) {
        return Members.objects(server.get(CLIENTS), "items").stream()
                .filter(client -> client.getString("name", "").equals(name))
                .map(client -> CLIENTS.with(Text.of(client, "id")))
                .findFirst()
                .orElseThrow(() -> CommandFailedException.refused("There is no client with the name " + name + "."));
    }

    private static void showEffects(JsonObject answer, Output output) {
        output.showTable(answer, () -> table(List.of(Members.object(answer, "client"))));
        output.line("");
        output.line("Nothing was changed. Tokens that this would affect: " + Text.of(answer, "affected_tokens") + ".");
        if (answer.get("effects") instanceof JsonArray effects) {
            effects.forEach(effect -> output.line(Text.of(effect)));
        }
    }

    private static Table table(List<JsonObject> clients) {
        Table table =
                Table.of("NAME", "TOKEN TTL", "RATE", "POLICY", "MAX", "AT LIMIT", "ENABLED", "LIVE", "MANAGED BY");
        for (JsonObject client : clients) {
            table.row(
                    Text.of(client, "name"),
                    Text.of(client, "token_ttl"),
                    Text.of(client, "throttle_rate"),
                    Text.of(client, "login_policy"),
                    Text.of(client, "max_per_caller"),
                    Text.of(client, "at_limit"),
                    Text.of(client, "enabled"),
                    Text.of(client, "live_tokens"),
                    client.getBoolean("declared", false) ? "configuration" : "operators");
        }
        return table;
    }
}
