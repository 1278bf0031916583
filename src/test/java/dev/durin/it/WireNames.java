package dev.durin.it;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the placeholders of a recording, such as {@code <token-1>}, stand for in its replay: bound where they are first
 * seen, compared from then on.
 */
final class WireNames {

    private static final Pattern PLACEHOLDER = Pattern.compile("<[^<>]+>");
    private static final Pattern TOKEN = Pattern.compile("<((?:token|confirm)-\\d+)([^>]*)>");
    private static final Pattern OWN_SESSION = Pattern.compile("(?<=^/api/sessions//)\\d(?=$)");
    private static final String SHAPED_LIKE = ", shaped like ";

    private final Map<String, String> values = new HashMap<>();

    static boolean isPlaceholder(String text) {
        return PLACEHOLDER.matcher(text).matches();
    }

    void bind(String name, String value) {
        values.put(name, value);
    }

    String value(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalStateException(name + " was not made yet: it needs a preparation");
        }
        return value;
    }

    /** Puts what was bound into a part of a request. */
    String resolve(String text) {
        return TOKEN.matcher(text).replaceAll(this::token).replace("<unknown-token>", "0".repeat(64));
    }

    /** Puts the ids of sessions into a path; those that never were a session's stay as they are. */
    String resolvePath(String path) {
        Matcher session = OWN_SESSION.matcher(path);
        return resolve(session.replaceAll(id -> id.group().equals("0") ? "0" : value("session-" + id.group())));
    }

    private String token(MatchResult found) {
        String token = value(found.group(1));
        return switch (found.group(2)) {
            case "" -> token;
            case " in upper case" -> token.toUpperCase(Locale.ROOT);
            case " without its last character" -> token.substring(0, token.length() - 1);
            case " with another last character" ->
                token.substring(0, token.length() - 1) + (token.endsWith("0") ? "1" : "0");
            default -> throw new IllegalArgumentException(found.group());
        };
    }

    /** Whether a value is one that a placeholder can stand for. */
    boolean matches(String placeholder, JsonValue actual) {
        String name = placeholder.substring(1, placeholder.length() - 1);
        String text = actual instanceof JsonString string ? string.getString() : actual.toString();
        if (name.endsWith(" html")) {
            return true; // a page of the server's or of its framework's
        }
        if (name.startsWith("int:")) {
            return actual instanceof JsonNumber && isBound(name.substring("int:".length()), text);
        }
        if (name.startsWith("token-")) {
            return actual instanceof JsonString && isBound(name, text);
        }
        if (name.contains(SHAPED_LIKE)) {
            return hasShape(text, name.substring(name.indexOf(SHAPED_LIKE) + SHAPED_LIKE.length()));
        }
        return name.equals("text") ? !text.isEmpty() : isInstant(text);
    }

    private boolean isBound(String name, String value) {
        if (!values.containsKey(name)) {
            if (values.containsValue(value)) {
                return false; // two names, one value
            }
            values.put(name, value);
        }
        return value(name).equals(value);
    }

    private static boolean hasShape(String text, String example) {
        return text.replaceAll("\\d", "0").equals(example.replaceAll("\\d", "0"));
    }

    private static boolean isInstant(String text) {
        try {
            Instant.parse(text);
            return text.endsWith("Z");
        } catch (DateTimeException e) {
            return false;
        }
    }
}
