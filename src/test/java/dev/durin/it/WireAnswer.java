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
 * @param row what is kept of the newest token, its name, agent and address
 */
record WireAnswer(int status, HttpHeaders headers, String body, List<String> events, List<String> row) {

    WireAnswer(int status, HttpHeaders headers, String body) {
        this(status, headers, body, List.of(), List.of());
    }

    WireAnswer leaving(List<String> announced, List<String> newestRow) {
        return new WireAnswer(status, headers, body, announced, newestRow);
    }

    JsonValue json() {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readValue();
        }
    }

    /** For whoever reads the report of a test. */
    String text() {
        return status + " " + body + events + row;
    }

    String header(String name) {
        return String.join(", ", headers.allValues(name));
    }
}
