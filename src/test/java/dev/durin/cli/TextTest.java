package dev.durin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"v":"text"}                    | text
            {"v":""}                        | -
            {"v":null}                      | -
            {}                              | -
            {"v":true}                      | yes
            {"v":false}                     | no
            {"v":42}                        | 42
            {"v":["a","b"]}                 | a, b
            {"v":[]}                        | -
            {"v":{"count":3,"capped":false}}  | 3
            {"v":{"count":1000,"capped":true}} | more than 1000
            {"v":{"other":1}}               | {"other":1}
            """)
    void ofThenInWords(String object, String words) {
        assertThat(Text.of(json(object), "v")).isEqualTo(words);
    }

    /** A user agent could clear the screen, or write over the line before. */
    @ParameterizedTest
    @CsvSource({
        "'{\"v\":\"\\u001b[2Jgone\"}', ?[2Jgone",
        "'{\"v\":\"a\\rb\\nc\"}', a?b?c",
        "'{\"v\":\"\\u009b31m\"}', ?31m",
        "'{\"v\":\"abc\\u202ecba\"}', abc?cba",
        "'{\"v\":\"a\\u2028b\"}', a?b",
        "'{\"v\":\"Zoë 東京\"}', Zoë 東京",
    })
    void ofWhenItWouldSteerTheTerminalThenItDoesNot(String object, String words) {
        assertThat(Text.of(json(object), "v")).isEqualTo(words);
    }

    @Test
    void jsonThenAsciiThatMeansTheSame() {
        JsonObject object = json("{\"n\\u00e4me\":\"Zo\\u00eb \\ud83e\\udd8a \\u009b \\u007f \\n\"}");

        String written = Text.json(object);

        assertThat(written).matches("[ -~]+");
        assertThat(json(written)).isEqualTo(object);
    }
}
