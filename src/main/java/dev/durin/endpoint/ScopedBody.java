package dev.durin.endpoint;

import dev.durin.authentication.Problem;
import dev.durin.scoped.ScopedTokenRequest;
import dev.durin.token.VerifiedToken;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigInteger;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What a scoped token shall be, as the body of a request says it; every field that is wrong is told at once. */
final class ScopedBody {

    private static final String REQUIRED = "This field is required.";
    private static final String NOT_TEXT = "Not a valid string.";

    private static final BigInteger LONGEST = BigInteger.valueOf(Integer.MAX_VALUE);

    private final JsonObject body;
    private final Map<String, List<String>> faults = new LinkedHashMap<>();

    ScopedBody(JsonObject body) {
        this.body = body;
    }

    /**
     * What is asked for.
     *
     * @param token the token that it is asked with
     * @throws ProblemException with every field that is missing or wrong
     */
    ScopedTokenRequest request(VerifiedToken token) {
        ScopedTokenRequest request = withLifetime(withRecipient(withScope(ScopedTokenRequest.of(token))));
        if (!faults.isEmpty()) {
            throw new ProblemException(new Problem(400, "Bad request", "", faults));
        }
        return request;
    }

    private void note(String field, String message) {
        faults.putIfAbsent(field, List.of(message));
    }

    private ScopedTokenRequest withScope(ScopedTokenRequest request) {
        JsonValue scope = body.get("scope");
        if (scope == null) {
            note("scope", REQUIRED);
            return request;
        }
        if (!(scope instanceof JsonArray operations) || operations.isEmpty()) {
            note("scope", "Expected a list of at least one {\"method\": …, \"path\": …}.");
            return request;
        }
        ScopedTokenRequest with = request;
        for (JsonValue operation : operations) {
            with = withOperation(with, operation);
        }
        return with;
    }

    private ScopedTokenRequest withOperation(ScopedTokenRequest request, JsonValue operation) {
        if (operation instanceof JsonObject object
                && object.size() == 2
                && object.get("method") instanceof JsonString method
                && object.get("path") instanceof JsonString path) {
            return checked("scope", request, unchanged -> unchanged.allow(method.getString(), path.getString()));
        }
        note("scope", "Each of the list has a \"method\" and a \"path\", both texts, and nothing else.");
        return request;
    }

    private ScopedTokenRequest withRecipient(ScopedTokenRequest request) {
        JsonValue recipient = body.get("recipient");
        if (recipient == null || recipient.equals(JsonValue.NULL)) {
            return request;
        }
        if (recipient instanceof JsonString text) {
            return checked("recipient", request, unchanged -> unchanged.recipient(text.getString()));
        }
        note("recipient", NOT_TEXT);
        return request;
    }

    private ScopedTokenRequest withLifetime(ScopedTokenRequest request) {
        JsonValue seconds = body.get("expires_in");
        if (seconds == null || seconds.equals(JsonValue.NULL)) {
            return request;
        }
        if (!(seconds instanceof JsonNumber number) || !number.isIntegral()) {
            note("expires_in", "A whole number of seconds is required.");
            return request;
        }
        if (number.bigIntegerValue().signum() <= 0) {
            note("expires_in", "Ensure this value is greater than or equal to 1.");
            return request;
        }
        // What does not fit is longer than any may live.
        return request.expiresIn(
                Duration.ofSeconds(number.bigIntegerValue().min(LONGEST).longValueExact()));
    }

    private ScopedTokenRequest checked(
            String field, ScopedTokenRequest request, UnaryOperator<ScopedTokenRequest> change) {
        try {
            return change.apply(request);
        } catch (IllegalArgumentException e) {
            String message = Optional.ofNullable(e.getMessage()).orElse("It cannot be used.");
            note(field, message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1) + ".");
            return request;
        }
    }
}
