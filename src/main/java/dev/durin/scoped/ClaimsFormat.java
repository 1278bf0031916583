package dev.durin.scoped;

import dev.durin.usage.Selector;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Claims as JSON. There is one way to write each: what is read is written again, and must come out the same. So nothing that
 * is missing, double, of another type or too much is ever overlooked.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7519#section-4">RFC 7519, section 4</a>
 */
final class ClaimsFormat {

    /** Looked up once: each look-up goes through every JAR of the application. */
    private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());

    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    private ClaimsFormat() {}

    static String write(Claims claims) {
        JsonObjectBuilder json = BUILDERS.createObjectBuilder()
                .add("iss", claims.issuer())
                .add("aud", claims.audience())
                .add("sub", claims.caller())
                .add("jti", claims.id().text())
                .add("iat", claims.issued().getEpochSecond())
                .add("nbf", claims.issued().getEpochSecond())
                .add("exp", claims.expiry().getEpochSecond())
                .add("generation", claims.generation());
        if (!claims.parent().isEmpty()) {
            json.add("parent", claims.parent());
        }
        if (!claims.recipient().isEmpty()) {
            json.add("recipient", claims.recipient());
        }
        JsonArrayBuilder operations = BUILDERS.createArrayBuilder();
        claims.operations().forEach(operation -> operations.add(written(operation)));
        return json.add("operations", operations).build().toString();
    }

    private static JsonObjectBuilder written(Operation operation) {
        if (operation instanceof Operation.OnPath onPath) {
            return BUILDERS.createObjectBuilder().add("method", onPath.method()).add("path", onPath.path());
        }
        Operation.OnResource onResource = (Operation.OnResource) operation;
        JsonObjectBuilder json = BUILDERS.createObjectBuilder()
                .add("resource", onResource.resource())
                .add("name", onResource.name());
        if (!onResource.parameters().isEmpty()) {
            JsonObjectBuilder parameters = BUILDERS.createObjectBuilder();
            onResource.parameters().forEach(parameters::add);
            json.add("with", parameters);
        }
        return json;
    }

    /** The claims that are written so, or empty when none are. */
    static Optional<Claims> read(String text) {
        try (JsonReader reader = READERS.createReader(new StringReader(text))) {
            return Optional.of(claims(reader.readObject()))
                    .filter(claims -> write(claims).equals(text));
        } catch (RuntimeException e) {
            // Of all that is wrong with it each parser, and each of these conversions, throws another exception.
            return Optional.empty();
        }
    }

    private static Claims claims(JsonObject json) {
        return new Claims(
                json.getString("iss"),
                json.getString("aud"),
                json.getString("sub"),
                Selector.parse(json.getString("jti")).orElseThrow(),
                second(json, "iat"),
                second(json, "exp"),
                json.getJsonNumber("generation").longValueExact(),
                json.getString("parent", ""),
                json.getString("recipient", ""),
                operations(json));
    }

    private static Instant second(JsonObject json, String name) {
        return Instant.ofEpochSecond(json.getJsonNumber(name).longValueExact());
    }

    private static List<Operation> operations(JsonObject json) {
        return json.getJsonArray("operations").stream()
                .map(JsonValue::asJsonObject)
                .map(ClaimsFormat::operation)
                .toList();
    }

    private static Operation operation(JsonObject json) {
        return json.containsKey("path")
                ? new Operation.OnPath(json.getString("method"), json.getString("path"))
                : new Operation.OnResource(json.getString("resource"), json.getString("name"), parameters(json));
    }

    private static Map<String, String> parameters(JsonObject json) {
        return json.containsKey("with")
                ? json.getJsonObject("with").entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, parameter -> ((JsonString) parameter.getValue()).getString()))
                : Map.of();
    }
}
