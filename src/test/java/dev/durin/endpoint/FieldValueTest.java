package dev.durin.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durin.spi.LoginRequest;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldValueTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"alice\" | alice",
                "\" a \"   | ' a '",
                "\"\"      | ''",
                "\"null\"  | null",
                "42        | 42",
                "-7        | -7",
                "0         | 0",
                "1.50      | 1.50",
                "12345678901234567890123 | 12345678901234567890123",
            })
    void ofWhenTextOrNumberThenText(String json, String text) {
        assertThat(FieldValue.of(value(json))).isEqualTo(new FieldValue.Text(text));
    }

    @Test
    void ofWhenNullThenNull() {
        assertThat(FieldValue.of(value("null"))).isEqualTo(new FieldValue.Null());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ofWhenTrueOrFalseThenFlag(boolean value) {
        assertThat(FieldValue.of(value(String.valueOf(value)))).isEqualTo(new FieldValue.Flag(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[\"alice\"]", "{}", "{\"text\":\"alice\"}"})
    void ofWhenAnythingElseThenOther(String json) {
        assertThat(FieldValue.of(value(json))).isEqualTo(new FieldValue.Other());
    }

    /** It may be a password. */
    @Test
    void toStringWhenTextThenNotShown() {
        assertThat(new FieldValue.Text("hunter2")).hasToString("Text[…]");
    }

    @Test
    void toStringWhenLoginThenPasswordNotShown() {
        LoginRequest request = new LoginRequest("alice", Map.of("client", "web"), Map.of(), "192.0.2.1");

        assertThat(new Login(request, "hunter2")).hasToString("Login[alice]");
    }

    private static JsonValue value(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readValue();
        }
    }
}
