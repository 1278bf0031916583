package dev.durin.cli;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a server's refusal says to whoever gave the command: a line for the whole, then one for each message of a field. */
final class Refusal {

    private static final Set<String> ABOUT_THE_WHOLE = Set.of("type", "title", "status", "detail", "instance");

    private Refusal() {}

    static CommandFailedException of(URI root, HttpResponse<byte[]> answer, Optional<JsonObject> body) {
        int status = answer.statusCode();
        if (status >= 300 && status < 400) {
            return CommandFailedException.refused("The server sends on to "
                    + answer.headers().firstValue("Location").orElse("another address")
                    + ", where nothing was sent: give the right address as --server.");
        }
        List<String> lines = new ArrayList<>();
        lines.add("Refused (" + status + "): "
                + body.map(Refusal::detail)
                        .orElse("what answers at " + root + " is not Durin, or its endpoints are not there."));
        body.ifPresent(problem -> addFields(problem, lines));
        hint(answer).ifPresent(lines::add);
        return CommandFailedException.refused(String.join("\n", lines));
    }

    private static String detail(JsonObject problem) {
        return problem.getString("detail", problem.getString("title", "without a reason."));
    }

    private static void addFields(JsonObject problem, List<String> lines) {
        problem.forEach((field, value) -> {
            if (value instanceof JsonArray messages && !ABOUT_THE_WHOLE.contains(field)) {
                messages.forEach(message -> lines.add("  " + field + ": " + Text.of(message)));
            }
        });
    }

    private static Optional<String> hint(HttpResponse<byte[]> answer) {
        return switch (answer.statusCode()) {
            case 401 -> Optional.of("Log in again: login --save FILE");
            case 429 -> answer.headers().firstValue("Retry-After").map(seconds -> "Try again in " + seconds + " s.");
            default -> Optional.empty();
        };
    }
}
