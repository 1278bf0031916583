package dev.durin.endpoint;

import dev.durin.authentication.Problem;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a request's body, whichever of the three media types it came in. Public for the container's proxies alone, of
 * endpoints in packages of applications.
 */
public final class RequestBody {

    private static final Logger LOGGER = System.getLogger(RequestBody.class.getName());

    /** Looked up once: each look-up goes through every JAR of the application. */
    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

    /** What is said of a body that breaks off on its way. */
    static final String CUT_SHORT = "The request body could not be read to its end.";

    private final Map<String, FieldValue> fields;

    private RequestBody(Map<String, FieldValue> fields) {
        this.fields = fields;
    }

    static RequestBody empty() {
        return new RequestBody(Map.of());
    }

    static RequestBody ofJson(InputStream stream) {
        String text = utf8(bytes(stream));
        if (text.isEmpty()) {
            return empty();
        }
        JsonObject object = object(text);
        Map<String, FieldValue> fields = new LinkedHashMap<>();
        object.forEach((name, member) -> fields.put(name, FieldValue.of(member)));
        return new RequestBody(fields);
    }

    /** A body that is JSON with more in it than fields; without one there are no members. */
    static JsonObject jsonObject(InputStream stream) {
        String text = utf8(bytes(stream));
        return text.isEmpty() ? JsonValue.EMPTY_JSON_OBJECT : object(text);
    }

    private static JsonObject object(String text) {
        JsonValue value = parse(text);
        if (value instanceof JsonObject object) {
            return object;
        }
        throw notAnObject(value);
    }

    /** The parser throws more than it promises, and its messages may quote the body, and with it a password. */
    private static JsonValue parse(String text) {
        try (JsonParser parser = PARSERS.createParser(new StringReader(text))) {
            parser.next();
            JsonValue value = parser.getValue();
            if (!parser.hasNext()) {
                return value;
            }
        } catch (RuntimeException e) {
            LOGGER.log(Level.DEBUG, "A body was no JSON: {0}", e.getClass().getName());
        }
        throw ProblemException.badRequest("JSON parse error - the body is not a JSON object.");
    }

    /** The fields of a form, from the body or, when somebody before us has read that, from what the server has made of it. */
    static RequestBody ofForm(InputStream stream, HttpServletRequest request) {
        // The server mixes the query string in, and a password in an address must be of no use; so with one there are
        // none.
        return ofForm(stream, () -> request.getQueryString() == null ? request.getParameterMap() : Map.of());
    }

    /**
     * The fields of a form.
     *
     * @param stream the body
     * @param parameters what the server has made of it, all there is when somebody before us has read the body; asked for
     *     then alone, and without those of the query string
     */
    static RequestBody ofForm(InputStream stream, Supplier<Map<String, String[]>> parameters) {
        // One character for each byte: only what the escapes come to must be UTF-8.
        String text = new String(bytes(stream), StandardCharsets.ISO_8859_1);
        Map<String, FieldValue> fields = new LinkedHashMap<>();
        if (text.isEmpty()) {
            parameters
                    .get()
                    .forEach((name, values) -> fields.put(name, new FieldValue.Text(values[values.length - 1])));
            return new RequestBody(fields);
        }
        for (String pair : text.split("&", -1)) {
            int end = pair.indexOf('=') < 0 ? pair.length() : pair.indexOf('=');
            String value = end == pair.length() ? "" : pair.substring(end + 1);
            fields.put(decoded(pair.substring(0, end)), new FieldValue.Text(decoded(value)));
        }
        return new RequestBody(fields);
    }

    /**
     * The fields of a multipart form.
     *
     * @param stream the body
     * @param boundary what separates its parts, as the content type says
     */
    static RequestBody ofParts(InputStream stream, @Nullable String boundary) {
        return new RequestBody(Multipart.fields(bytes(stream), boundary));
    }

    private static String decoded(String text) {
        try {
            return utf8(URLDecoder.decode(text, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest("Form parse error - a percent sign is not followed by two digits.");
        }
    }

    Map<String, String> required(Map<String, Integer> trimmed, Map<String, Integer> exact) {
        return required(trimmed, exact, List.of());
    }

    /**
     * The text of required fields, and of others where they are there.
     *
     * @param trimmed fields whose surrounding white space is dropped, with the most characters each may have
     * @param exact fields that are taken as they are, likewise
     * @param optional fields that may be missing, blank, and of any length, and whose surrounding white space is dropped
     * @return the texts by field
     * @throws ProblemException with every field that is missing or wrong
     */
    Map<String, String> required(Map<String, Integer> trimmed, Map<String, Integer> exact, List<String> optional) {
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, List<String>> faults = new LinkedHashMap<>();
        trimmed.forEach((name, most) -> check(name, true, most, texts, faults));
        exact.forEach((name, most) -> check(name, false, most, texts, faults));
        optional.forEach(name -> checkOptional(name, texts, faults));
        if (!faults.isEmpty()) {
            throw new ProblemException(new Problem(400, "Bad request", "", faults));
        }
        return texts;
    }

    /** Every field that is text, but these. */
    Map<String, String> textsWithout(List<String> names) {
        return fields.entrySet().stream()
                .filter(field -> !names.contains(field.getKey()) && field.getValue() instanceof FieldValue.Text)
                .collect(Collectors.toMap(Map.Entry::getKey, field -> ((FieldValue.Text) field.getValue()).text()));
    }

    /** Whether a field is there with a value that is neither text nor null. */
    boolean isOther(String name) {
        FieldValue value = fields.get(name);
        return value instanceof FieldValue.Other || value instanceof FieldValue.Flag;
    }

    /**
     * Whether a field is there and true; a form has the word.
     *
     * @throws ProblemException when it is neither true nor false
     */
    boolean isTrue(String name) {
        FieldValue value = fields.get(name);
        if (value == null) {
            return false;
        }
        if (value instanceof FieldValue.Flag flag) {
            return flag.value();
        }
        String text = value instanceof FieldValue.Text word ? word.text() : "";
        if (!text.equals("true") && !text.equals("false")) {
            throw new ProblemException(
                    new Problem(400, "Bad request", "", Map.of(name, List.of("Must be true or false."))));
        }
        return text.equals("true");
    }

    private void checkOptional(String name, Map<String, String> texts, Map<String, List<String>> faults) {
        if (fields.containsKey(name)) {
            check(name, true, Integer.MAX_VALUE, texts, faults);
            if (texts.getOrDefault(name, "-").isEmpty()) {
                faults.remove(name);
            }
        }
    }

    private void check(
            String name, boolean trim, int most, Map<String, String> texts, Map<String, List<String>> faults) {
        FieldValue value = fields.get(name);
        if (value instanceof FieldValue.Text text) {
            String kept = trim ? text.text().strip() : text.text();
            texts.put(name, kept);
            List<String> wrong = faultsOf(kept, most);
            if (!wrong.isEmpty()) {
                faults.put(name, wrong);
            }
        } else if (value == null) {
            faults.put(name, List.of("This field is required."));
        } else if (value instanceof FieldValue.Null) {
            faults.put(name, List.of("This field may not be null."));
        } else {
            faults.put(name, List.of("Not a valid string."));
        }
    }

    /** What is wrong with a text that must not be blank. */
    static List<String> faultsOf(String text, int most) {
        List<String> faults = new ArrayList<>();
        if (text.isEmpty()) {
            faults.add("This field may not be blank.");
        }
        if (text.indexOf('\0') >= 0) {
            faults.add("Null characters are not allowed.");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            faults.add("Not a valid string.");
        }
        if (text.length() > most) {
            faults.add("Ensure this field has no more than " + most + " characters.");
        }
        return faults;
    }

    private static ProblemException notAnObject(JsonValue value) {
        String kind =
                switch (value.getValueType()) {
                    case ARRAY -> "list";
                    case STRING -> "str";
                    case NUMBER -> "int";
                    case TRUE, FALSE -> "bool";
                    default -> "null";
                };
        return new ProblemException(new Problem(
                400,
                "Bad request",
                "",
                Map.of("non_field_errors", List.of("Invalid data. Expected a dictionary, but got " + kind + "."))));
    }

    private static byte[] bytes(InputStream stream) {
        try (stream) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw ProblemException.badRequest(CUT_SHORT);
        }
    }

    static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw ProblemException.badRequest("The request body must be UTF-8.");
        }
    }
}
