package dev.durin.cli;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Locale;
import java.util.stream.Collectors;

/** Values of an answer in words. */
final class Text {

    /** What stands where there is no value. */
    static final String NONE = "-";

    private Text() {}

    /** In words, on one line, with nothing in it that would steer a terminal. */
    static String of(JsonValue value) {
        return switch (value.getValueType()) {
            case NULL -> NONE;
            case TRUE -> "yes";
            case FALSE -> "no";
            case STRING -> clean(((JsonString) value).getString());
            case NUMBER -> ((JsonNumber) value).toString();
            case OBJECT -> count(value.asJsonObject());
            case ARRAY -> value.asJsonArray().stream().map(Text::of).collect(Collectors.joining(", "));
        };
    }

    /** A member in words, or {@link #NONE} when the answer does not have it. */
    static String of(JsonObject object, String member) {
        String text = of(object.getOrDefault(member, JsonValue.NULL));
        return text.isEmpty() ? NONE : text;
    }

    /** Such as {@code 42}, or {@code more than 1000} where the server counts no further. */
    private static String count(JsonObject object) {
        if (!(object.get("count") instanceof JsonNumber count)) {
            return clean(object.toString());
        }
        return object.getBoolean("capped", false) ? "more than " + count : count.toString();
    }

    /** What others have written, a user agent above all, must not steer the terminal of an operator. */
    static String clean(String text) {
        return text.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");
    }

    /** As JSON in ASCII, which arrives whole whatever the terminal's encoding is. */
    static String json(JsonValue value) {
        return value.toString().codePoints().mapToObj(Text::escaped).collect(Collectors.joining());
    }

    /** Beside texts there is nothing in JSON that is not ASCII. */
    private static String escaped(int character) {
        if (character >= ' ' && character < 0x7f) {
            return Character.toString(character);
        }
        return Character.toString(character)
                .chars()
                .mapToObj(
                        half -> "\\u" + "0".repeat(4 - Integer.toHexString(half).length())
                                + Integer.toHexString(half).toUpperCase(Locale.ROOT))
                .collect(Collectors.joining());
    }
}
