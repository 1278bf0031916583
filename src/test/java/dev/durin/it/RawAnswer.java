package dev.durin.it;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What the server answered, header lines as they came. */
record RawAnswer(int status, List<String> headers, String body) {

    static final RawAnswer NONE = new RawAnswer(0, List.of(), "");

    private static final Pattern STACK_TRACE = Pattern.compile("\\sat [\\w.$]+\\(");

    /** Names of classes and statements to the database, which nobody outside may see either. */
    private static final Pattern REVEALING = Pattern.compile(
            "Exception|\\b(java|javax|jakarta|org|com|fish|dev)\\.[a-z]+\\.[a-zA-Z]|durin_token|SELECT |INSERT ");

    private static final JsonReaderFactory JSON = Json.createReaderFactory(Map.of());

    String header(String name) {
        return headers.stream()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    boolean closes() {
        return header("connection").equalsIgnoreCase("close");
    }

    boolean isProblem() {
        return header("content-type").startsWith("application/problem+json");
    }

    boolean isHtml() {
        return header("content-type").contains("html")
                || body.toLowerCase(Locale.ROOT).contains("<html");
    }

    boolean hasStackTrace() {
        return STACK_TRACE.matcher(body).find();
    }

    /** Whether the answer shows what it comes from. */
    boolean isRevealing() {
        return hasStackTrace() || REVEALING.matcher(body).find();
    }

    /** Whether a problem says what is wrong: as a whole, or of a field. */
    boolean isHelpful() {
        try (JsonReader reader = JSON.createReader(new StringReader(body))) {
            JsonObject problem = reader.readObject();
            return problem.getInt("status") == status
                    && problem.getString("type").startsWith("tag:durin.dev,2026:problem/")
                    && (!problem.getString("detail", "").isBlank()
                            || problem.values().stream().anyMatch(RawAnswer::isListOfSentences));
        } catch (JsonException | NullPointerException | ClassCastException e) {
            return false;
        }
    }

    private static boolean isListOfSentences(Object value) {
        return value instanceof JsonArray sentences
                && !sentences.isEmpty()
                && sentences.stream()
                        .allMatch(sentence -> sentence instanceof JsonString text
                                && !text.getString().isBlank());
    }
}
