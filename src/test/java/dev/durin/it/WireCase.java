package dev.durin.it;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;

/**
 * One recorded exchange.
 *
 * @param stored the rows that it has left, as the recording writes them
 */
record WireCase(
        WireRecording recording,
        int number,
        String text,
        JsonObject settings,
        JsonObject request,
        JsonObject response,
        List<String> signals,
        List<String> stored) {

    static WireCase of(WireRecording recording, JsonObject recorded) {
        return new WireCase(
                recording,
                recorded.getInt("no"),
                recorded.getString("case"),
                recorded.getJsonObject("settings"),
                recorded.getJsonObject("request"),
                recorded.getJsonObject("response"),
                texts(recorded, "signals"),
                texts(recorded, "stored"));
    }

    private static List<String> texts(JsonObject recorded, String name) {
        return recorded.getOrDefault(name, JsonValue.EMPTY_JSON_ARRAY)
                .asJsonArray()
                .getValuesAs(JsonString::getString);
    }

    String method() {
        return request.getString("method");
    }

    /** How often it was sent at once. */
    int times() {
        return request.getInt("times", 1);
    }
}
