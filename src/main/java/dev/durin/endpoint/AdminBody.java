package dev.durin.endpoint;

import dev.durin.authentication.Problem;
import dev.durin.config.ConfigWord;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What an operator asks for, as the body of a request says it. Members are asked for one by one; then {@link #check} tells
 * everything that is wrong at once, and every member that nobody has asked for.
 */
final class AdminBody {

    static final String REQUIRED = "This field is required.";
    static final String NOT_NULL = "This field may not be null.";

    private final JsonObject body;
    private final Set<String> known = new HashSet<>();
    private final Map<String, List<String>> faults = new LinkedHashMap<>();

    AdminBody(JsonObject body) {
        this.body = body;
    }

    /** Text that must be there, not blank; an empty text when it is wrong. */
    String required(String name, int most) {
        if (!body.containsKey(name)) {
            known.add(name);
            fault(name, REQUIRED);
        }
        return text(name, most).orElse("");
    }

    /** Text that is not blank; empty when it is not there or wrong. */
    Optional<String> text(String name, int most) {
        return member(name).flatMap(value -> {
            if (!(value instanceof JsonString string)) {
                fault(name, "Not a valid string.");
                return Optional.empty();
            }
            List<String> wrong = RequestBody.faultsOf(string.getString(), most);
            if (!wrong.isEmpty()) {
                faults.put(name, wrong);
                return Optional.empty();
            }
            return Optional.of(string.getString());
        });
    }

    /** Text that a value is read from; the reader says what is wrong by an {@link IllegalArgumentException}. */
    <T> Optional<T> value(String name, int most, Function<String, T> reader) {
        return text(name, most).flatMap(text -> {
            try {
                return Optional.of(reader.apply(text));
            } catch (IllegalArgumentException e) {
                fault(name, sentence(Optional.ofNullable(e.getMessage()).orElse("it cannot be used")));
                return Optional.empty();
            }
        });
    }

    /** One of the constants of a type, written as in the configuration. */
    <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
        return value(name, 64, text -> Arrays.stream(type.getEnumConstants())
                .filter(constant -> ConfigWord.of(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("it must be one of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(ConfigWord::of)
                                .collect(Collectors.joining(", ")))));
    }

    /** A whole number. */
    Optional<Integer> number(String name, int least, int most) {
        return member(name).flatMap(value -> {
            if (value instanceof JsonNumber number && number.isIntegral()) {
                int clamped = number.bigIntegerValue().bitLength() < Integer.SIZE ? number.intValue() : least - 1;
                if (clamped >= least && clamped <= most) {
                    return Optional.of(clamped);
                }
            }
            fault(name, "Must be a whole number from " + least + " to " + most + ".");
            return Optional.empty();
        });
    }

    /** True or false. */
    Optional<Boolean> flag(String name) {
        return member(name).flatMap(value -> switch (value.getValueType()) {
            case TRUE -> Optional.of(true);
            case FALSE -> Optional.of(false);
            default -> {
                fault(name, "Must be true or false.");
                yield Optional.empty();
            }
        });
    }

    /** A list of texts, each not blank; must be there, and may be empty. */
    List<String> texts(String name, int most) {
        known.add(name);
        if (!(body.get(name) instanceof JsonArray array)) {
            fault(name, body.containsKey(name) ? "Expected a list of texts." : REQUIRED);
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (JsonValue value : array) {
            if (value instanceof JsonString string
                    && RequestBody.faultsOf(string.getString(), most).isEmpty()) {
                texts.add(string.getString());
            } else {
                fault(name, "Each of the list is a text of 1 to " + most + " characters.");
            }
        }
        return texts;
    }

    /** Whether a member is there and null, where that says something; elsewhere null is a fault. */
    boolean isNull(String name) {
        known.add(name);
        return JsonValue.NULL.equals(body.get(name));
    }

    /** Whether a member is there, null or not. */
    boolean has(String name) {
        known.add(name);
        return body.containsKey(name);
    }

    /** A member that is there; null is a fault, so whoever takes null asks for that before. */
    private Optional<JsonValue> member(String name) {
        known.add(name);
        JsonValue value = body.get(name);
        if (JsonValue.NULL.equals(value)) {
            fault(name, NOT_NULL);
            return Optional.empty();
        }
        return Optional.ofNullable(value);
    }

    /** Notes down what is wrong with a member; the first thing counts. */
    void fault(String name, String message) {
        faults.putIfAbsent(name, List.of(message));
    }

    /**
     * Says everything that is wrong, also members that nobody knows.
     *
     * @throws ProblemException when there is something
     */
    void check() {
        body.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> fault(
                        name,
                        "There is no such field; there are "
                                + known.stream().sorted().collect(Collectors.joining(", ")) + "."));
        if (!faults.isEmpty()) {
            throw new ProblemException(new Problem(400, "Bad request", "", faults));
        }
    }

    private static String sentence(String message) {
        return message.substring(0, 1).toUpperCase(Locale.ROOT)
                + message.substring(1)
                + (message.endsWith(".") ? "" : ".");
    }
}
