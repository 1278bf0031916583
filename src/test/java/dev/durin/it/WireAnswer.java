package dev.durin.it;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.http.HttpHeaders;
import java.util.List;

/**
 * What was answered in a replay, however it was sent.
 *
 * @param events the names of the events that it was answered with
 */
record WireAnswer(int status, HttpHeaders headers, String body, List<String> events) {

    WireAnswer(int status, HttpHeaders headers, String body) {
        this(status, headers, body, List.of());
    }

    WireAnswer announcing(List<String> announced) {
        return new WireAnswer(status, headers, body, announced);
    }

    JsonValue json() {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readValue();
        }
    }

    String header(String name) {
        return String.join(", ", headers.allValues(name));
    }
}
