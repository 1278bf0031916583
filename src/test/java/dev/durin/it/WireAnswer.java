package dev.durin.it;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.http.HttpHeaders;

/** What was answered in a replay, however it was sent. */
record WireAnswer(int status, HttpHeaders headers, String body) {

    JsonValue json() {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readValue();
        }
    }

    String header(String name) {
        return String.join(", ", headers.allValues(name));
    }
}
