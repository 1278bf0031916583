package dev.durin.authentication;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The body of every error: the members of RFC 9457, section 3.1, and durin's beside them. The one place that knows how
 * it looks. Immutable.
 *
 * @param status the HTTP status
 * @param title what kind of error it is, the same for all of its kind
 * @param detail what is wrong here and how to mend it; empty when the fields tell
 * @param fields messages by the name of the field that they are about
 * @param headers what the answer says beside the body, by the names of the headers
 */
public record Problem(
        int status, String title, String detail, Map<String, List<String>> fields, Map<String, String> headers) {

    /** The media type of the body. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** Looked up once: each look-up goes through every JAR of the application. */
    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    /** Copies the fields and headers. */
    public Problem {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        fields.forEach((field, messages) -> copy.put(field, List.copyOf(messages)));
        fields = Collections.unmodifiableMap(copy);
        headers = Map.copyOf(headers);
    }

    /**
     * A problem with fields.
     *
     * @param status the HTTP status
     * @param title what kind of error it is
     * @param detail what is wrong here and how to mend it; empty when the fields tell
     * @param fields messages by the name of the field that they are about
     */
    public Problem(int status, String title, String detail, Map<String, List<String>> fields) {
        this(status, title, detail, fields, Map.of());
    }

    /**
     * A problem without fields.
     *
     * @param status the HTTP status
     * @param title what kind of error it is
     * @param detail what is wrong here and how to mend it
     * @return the problem
     */
    public static Problem of(int status, String title, String detail) {
        return new Problem(status, title, detail, Map.of());
    }

    /**
     * 401: nobody, or nobody whom Durin knows.
     *
     * @param detail why
     * @return the problem
     */
    public static Problem unauthorized(String detail) {
        return of(401, "Not authenticated", detail);
    }

    /**
     * 401 for a request without a token.
     *
     * @return the problem
     */
    public static Problem noCredentials() {
        return unauthorized("Authentication credentials were not provided.");
    }

    /**
     * 403: known, but not admitted.
     *
     * @return the problem
     */
    public static Problem forbidden() {
        return of(403, "Not permitted", "You do not have permission to perform this action.");
    }

    /**
     * 403, or 401 where it is so set: known, and let in for something else.
     *
     * @param status the status
     * @return the problem
     */
    static Problem insufficientScope(int status) {
        return of(status, "Insufficient scope", "The token does not allow this request.");
    }

    /**
     * 405: nothing here takes requests of this method.
     *
     * @param method the method
     * @return the problem
     */
    public static Problem methodNotAllowed(String method) {
        return of(405, "Method not allowed", "Method \"" + method + "\" not allowed.");
    }

    /**
     * 429: more requests than the rate allows.
     *
     * @param seconds after how many the next one may pass
     * @param headers what the answer says of the rate
     * @return the problem
     */
    static Problem quotaExceeded(long seconds, Map<String, String> headers) {
        return new Problem(
                429,
                "Quota exceeded",
                "Request was throttled. Expected available in " + seconds + " second" + (seconds == 1 ? "." : "s."),
                Map.of(),
                headers);
    }

    /**
     * 503: it could not be found out; nothing was decided or changed.
     *
     * @return the problem
     */
    public static Problem unavailable() {
        return of(503, "Temporarily unavailable", "The service is temporarily unavailable. Please try again later.");
    }

    /**
     * What kind of error it is, for programs: the same for all of its kind, and absolute, so that it means the same
     * wherever it is read.
     *
     * @return a tag URI of RFC 4151; there is nothing to be fetched under it
     */
    public String type() {
        return "tag:durin.dev,2026:problem/" + title.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    /**
     * The JSON body.
     *
     * @return UTF-8 bytes
     */
    public byte[] body() {
        JsonObjectBuilder body = JSON.createObjectBuilder()
                .add("type", type())
                .add("title", title)
                .add("status", status);
        if (!detail.isEmpty()) {
            body.add("detail", detail);
        }
        fields.forEach((field, messages) -> {
            JsonArrayBuilder array = JSON.createArrayBuilder();
            messages.forEach(array::add);
            body.add(field, array);
        });
        return body.build().toString().getBytes(StandardCharsets.UTF_8);
    }
}
