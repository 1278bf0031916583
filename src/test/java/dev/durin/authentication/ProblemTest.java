package dev.durin.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProblemTest {

    // B2.16: the members of RFC 9457, and durin's beside them.
    @Test
    void bodyWhenDetailThenItsMembers() {
        Problem problem = Problem.of(405, "Method not allowed", "Method \"PUT\" not allowed.");

        assertThat(text(problem))
                .isEqualTo(
                        "{\"type\":\"tag:durin.dev,2026:problem/method-not-allowed\",\"title\":\"Method not allowed\",\"status\":405,"
                                + "\"detail\":\"Method \\\"PUT\\\" not allowed.\"}");
    }

    @Test
    void bodyWhenFieldsThenListEachInOrderAndNoEmptyDetail() {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        fields.put("username", List.of("This field is required."));
        fields.put("password", List.of("One.", "Two."));

        assertThat(text(new Problem(400, "Bad request", "", fields)))
                .isEqualTo(
                        "{\"type\":\"tag:durin.dev,2026:problem/bad-request\",\"title\":\"Bad request\",\"status\":400,"
                                + "\"username\":[\"This field is required.\"],\"password\":[\"One.\",\"Two.\"]}");
    }

    @Test
    void bodyWhenTextNeedsEscapingThenReadBackAsItWas() {
        String detail = "\"quoted\" \\ \n \u2028 Zoë \ud83d\ude00 </script>";

        JsonObject body = json(Problem.of(415, "Unsupported media type", detail));

        assertThat(body.getString("detail")).isEqualTo(detail);
    }

    /** An old client of durin reads {@code detail} alone. */
    @Test
    void factoriesWhenCalledThenStatusAndDurinsWords() {
        assertThat(Problem.noCredentials())
                .returns(401, Problem::status)
                .returns("Authentication credentials were not provided.", Problem::detail);
        assertThat(Problem.unauthorized("Invalid token."))
                .returns(401, Problem::status)
                .returns("Invalid token.", Problem::detail);
        assertThat(Problem.forbidden())
                .returns(403, Problem::status)
                .returns("You do not have permission to perform this action.", Problem::detail);
        assertThat(Problem.unavailable()).returns(503, Problem::status);
    }

    // B2.12: one shape for all that is refused.
    @Test
    void bodyWhenTokenRefusedThenSameShapeWhateverTheReason() {
        JsonObject unknown = json(Problem.unauthorized("Invalid token."));
        JsonObject expired = json(Problem.unauthorized("The given token has expired."));

        assertThat(unknown.keySet()).isEqualTo(expired.keySet());
        assertThat(unknown.get("title")).isEqualTo(expired.get("title"));
        assertThat(unknown.get("status")).isEqualTo(expired.get("status"));
    }

    @Test
    void fieldsWhenMapChangesLaterThenProblemDoesNot() {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        Problem problem = new Problem(400, "Bad request", "", fields);

        fields.put("username", List.of("This field is required."));

        assertThat(problem.fields()).isEmpty();
    }

    private static JsonObject json(Problem problem) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(problem.body()))) {
            return reader.readObject();
        }
    }

    private static String text(Problem problem) {
        return new String(problem.body(), StandardCharsets.UTF_8);
    }
}
