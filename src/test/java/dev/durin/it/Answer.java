package dev.durin.it;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.List;

/** What the server answered. */
record Answer(int status, String body, HttpResponse<String> response) {

    JsonObject json() {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        }
    }

    JsonArray array() {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readArray();
        }
    }

    String detail() {
        return json().getString("detail");
    }

    String token() {
        return json().getString("token");
    }

    String header(String name) {
        return String.join(", ", headers(name));
    }

    List<String> headers(String name) {
        return response.headers().allValues(name);
    }
}
