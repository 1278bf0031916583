package dev.durin.it;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** One recorded exchange with django-rest-durin. */
record WireCase(
        int number, String text, JsonObject settings, JsonObject request, JsonObject response, List<String> signals) {

    private static final String TRANSCRIPT = "/wire/django-rest-durin.json";

    /** All of them, in the order in which they were recorded. */
    static List<WireCase> all() {
        try (InputStream transcript = Objects.requireNonNull(WireCase.class.getResourceAsStream(TRANSCRIPT));
                JsonReader reader = Json.createReader(transcript)) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(WireCase::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cases in stretches of equal settings: each stretch was a start of the server, on an empty database. */
    static List<List<WireCase>> starts() {
        List<List<WireCase>> starts = new ArrayList<>();
        JsonObject settings = null;
        for (WireCase recorded : all()) {
            if (!recorded.settings().equals(settings)) {
                starts.add(new ArrayList<>());
                settings = recorded.settings();
            }
            starts.get(starts.size() - 1).add(recorded);
        }
        return starts;
    }

    private static WireCase of(JsonObject recorded) {
        return new WireCase(
                recorded.getInt("no"),
                recorded.getString("case"),
                recorded.getJsonObject("settings"),
                recorded.getJsonObject("request"),
                recorded.getJsonObject("response"),
                recorded.getOrDefault("signals", JsonValue.EMPTY_JSON_ARRAY)
                        .asJsonArray()
                        .getValuesAs(JsonString::getString));
    }

    String method() {
        return request.getString("method");
    }
}
