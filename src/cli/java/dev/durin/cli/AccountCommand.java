package dev.durin.cli;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code account}: the accounts that Durin keeps. */
@Command(name = "account", description = "Lists and changes accounts, where the server keeps them.")
final class AccountCommand extends ServerCommand {

    private static final RequestPath ACCOUNTS = RequestPath.of("/admin/accounts");

    AccountCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Command(description = "Lists accounts, page by page.")
    void list(
            @Mixin OperatorOptions options,
            @Option(names = "--name", paramLabel = "BEGINNING", description = "With names that begin so.") @Nullable
                    String name,
            @Option(names = "--state", paramLabel = "STATE", description = "pending, active or disabled.") @Nullable
                    String state,
            @Mixin PageOptions page) {
        JsonObject answer =
                server(options).get(page.in(ACCOUNTS.where("name", name).where("state", state)));
        Output output = output(options);
        output.showTable(answer, () -> table(Members.objects(answer, "items")));
        PageOptions.footer(answer, output);
    }

    @Command(description = "Keeps somebody from logging in, and ends all their tokens.")
    void disable(
            @Mixin OperatorOptions options,
            @Parameters(paramLabel = "NAME", description = "Whose account.") String name,
            @Option(names = "--yes", description = "Does it without asking.") boolean yes) {
        Server server = server(options);
        confirm(Text.clean(name) + " will be logged out everywhere, and can log in no more.", yes);
        JsonObject account = server.post(ACCOUNTS.with("disable"), of(name));
        output(options).note("Tokens ended: " + Text.of(account, "tokens_ended") + ".");
        show(options, account);
    }

    @Command(description = "Lets somebody log in again.")
    void enable(
            @Mixin OperatorOptions options,
            @Parameters(paramLabel = "NAME", description = "Whose account.") String name) {
        show(options, server(options).post(ACCOUNTS.with("enable"), of(name)));
    }

    @Command(description = "Puts an account into these groups, and out of all others.")
    void groups(
            @Mixin OperatorOptions options,
            @Parameters(index = "0", paramLabel = "NAME", description = "Whose account.") String name,
            @Parameters(arity = "0..*", index = "1..*", paramLabel = "GROUP", description = "The groups.") @Nullable
                    List<String> groups,
            @Option(names = "--none", description = "Puts it into no group.") boolean none) {
        List<String> wanted = groups == null ? List.of() : groups;
        if (none != wanted.isEmpty()) {
            throw CommandFailedException.usage("Name the groups, or say --none for no group; not both.");
        }
        show(
                options,
                server(options)
                        .post(
                                ACCOUNTS.with("groups"),
                                Json.createObjectBuilder(of(name))
                                        .add("groups", Json.createArrayBuilder(wanted))
                                        .build()));
    }

    @Command(description = "Mails somebody another link that confirms their address.")
    void confirm(
            @Mixin OperatorOptions options,
            @Parameters(paramLabel = "NAME", description = "Whose account.") String name) {
        JsonObject answer = server(options).post(ACCOUNTS.with("confirmation"), of(name));
        output(options).show(answer, () -> "A mail to " + Text.clean(name) + " is on its way.");
    }

    private void show(OperatorOptions options, JsonObject account) {
        output(options).showTable(account, () -> table(List.of(account)));
    }

    private static JsonObject of(String name) {
        return Json.createObjectBuilder().add("username", name).build();
    }

    private static Table table(List<JsonObject> accounts) {
        return Table.of("NAME", "EMAIL", "CONFIRMED", "STATE", "GROUPS", "CREATED")
                .rows(accounts, "username", "email", "email_confirmed", "state", "groups", "created");
    }
}
