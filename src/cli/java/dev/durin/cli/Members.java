package dev.durin.cli;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;

/** Reads what an answer must have; an answer without it is another program's, or of another version. */
final class Members {

    private Members() {}

    static List<JsonObject> objects(JsonObject answer, String name) {
        if (!(answer.get(name) instanceof JsonArray array)) {
            throw missing(name);
        }
        return array.stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .toList();
    }

    static JsonObject object(JsonObject answer, String name) {
        if (!(answer.get(name) instanceof JsonObject object)) {
            throw missing(name);
        }
        return object;
    }

    static String text(JsonObject answer, String name) {
        if (!(answer.get(name) instanceof JsonString text)) {
            throw missing(name);
        }
        return text.getString();
    }

    /** A number to reckon with; what is none counts as zero. */
    static long number(JsonObject answer, String name) {
        return answer.get(name) instanceof JsonNumber number ? number.longValue() : 0;
    }

    private static CommandFailedException missing(String name) {
        return CommandFailedException.refused(
                "The server's answer has no " + name + " as this version of the command line knows it.");
    }
}
