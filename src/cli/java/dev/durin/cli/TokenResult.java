package dev.durin.cli;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a token goes that the server has made: alone on the standard output, or into a file. Set by the arguments. */
final class TokenResult {

    @Option(
            names = "--save",
            paramLabel = "FILE",
            description = "Writes the token into a file that only its owner may read, and does not show it.")
    private @Nullable Path file;

    /** Before there is a token that could get lost. */
    void check() {
        if (file != null) {
            SecretFile.requireWritable(file);
        }
    }

    /** Shows or keeps the token of an answer. */
    void keep(JsonObject answer, Output output) {
        String token = Members.text(answer, "token");
        Path target = file;
        if (target == null) {
            output.show(answer, () -> token);
        } else {
            SecretFile.write(target, token, lost(answer));
            output.showTable(Json.createObjectBuilder(answer).remove("token").build(), () -> Table.of("SAVED IN")
                    .row(target.toString()));
        }
        String expiry = Text.of(answer, "expiry");
        output.note(expiry.equals(Text.NONE) ? "It does not expire." : "It is good until " + expiry + ".");
    }

    private static String lost(JsonObject answer) {
        return answer.containsKey("id")
                ? "The token was made and nobody has it: end it by \"token revoke " + Text.of(answer, "id") + "\"."
                : "The token was made and nobody has it.";
    }
}
