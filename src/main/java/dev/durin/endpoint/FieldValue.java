package dev.durin.endpoint;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/** The value of a field in a request's body. */
sealed interface FieldValue {

    /**
     * Text, or a number, which is taken as its text.
     *
     * @param text the text; may be a password
     */
    record Text(String text) implements FieldValue {
        @Override
        public String toString() {
            return "Text[…]";
        }
    }

    /** JSON's null. */
    record Null() implements FieldValue {}

    /**
     * True or false.
     *
     * @param value which
     */
    record Flag(boolean value) implements FieldValue {}

    /** Anything else: a list, an object, a file. */
    record Other() implements FieldValue {}

    static FieldValue of(JsonValue value) {
        if (value instanceof JsonString string) {
            return new Text(string.getString());
        }
        if (value instanceof JsonNumber number) {
            return new Text(number.toString());
        }
        return switch (value.getValueType()) {
            case NULL -> new Null();
            case TRUE -> new Flag(true);
            case FALSE -> new Flag(false);
            default -> new Other();
        };
    }
}
