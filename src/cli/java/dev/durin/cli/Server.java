package dev.durin.cli;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Speaks to the endpoints. What the server refuses, and a server that is not there, end the command. No redirect is
 * followed: the token goes to the address that was given and to no other.
 */
final class Server {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private static final String LATE =
            "has not answered in time. What was asked of it may have been done all the same.";

    private final HttpClient http;
    private final URI root;
    private final Duration timeout;
    private final @Nullable String authorization;

    /**
     * A server.
     *
     * @param root where the endpoints are
     * @param timeout how long to wait for each answer
     * @param authorization the header's value, or null to speak as nobody
     */
    Server(URI root, Duration timeout, @Nullable String authorization) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_TIMEOUT.compareTo(timeout) < 0 ? CONNECT_TIMEOUT : timeout)
                .build();
        this.root = root;
        this.timeout = timeout;
        this.authorization = authorization;
    }

    JsonObject get(RequestPath path) {
        return send("GET", path, null);
    }

    JsonObject delete(RequestPath path) {
        return send("DELETE", path, null);
    }

    JsonObject post(RequestPath path, JsonObject body) {
        return send("POST", path, body);
    }

    /** Without a body. */
    JsonObject post(RequestPath path) {
        return send("POST", path, null);
    }

    JsonObject patch(RequestPath path, JsonObject body) {
        return send("PATCH", path, body);
    }

    private JsonObject send(String method, RequestPath path, @Nullable JsonObject body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path.text()))
                .timeout(timeout)
                .header("Accept", "application/json, application/problem+json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return read(answered(request.build()));
    }

    /** In time to its last byte: the request's own time limit ends with the headers of the answer. */
    private HttpResponse<byte[]> answered(HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(request, BodyHandlers.ofByteArray());
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw notReached(e.getCause());
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw notReached(LATE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notReached("was not waited for.");
        }
    }

    private CommandFailedException notReached(@Nullable Throwable why) {
        if (why instanceof HttpConnectTimeoutException || why instanceof ConnectException) {
            return notReached("cannot be reached: is the address right, and is it running?");
        }
        return why instanceof HttpTimeoutException
                ? notReached(LATE)
                : notReached("cannot be spoken to: " + (why == null ? "no reason is known" : why.getMessage()) + ".");
    }

    private CommandFailedException notReached(String what) {
        return CommandFailedException.notReached("The server at " + root + " " + what);
    }

    private JsonObject read(HttpResponse<byte[]> answer) {
        int status = answer.statusCode();
        Optional<JsonObject> body = json(answer.body());
        if (status >= 200 && status < 300) {
            return body.orElseThrow(() -> CommandFailedException.refused(
                    "What answers at " + root + " is not Durin: are its endpoints there?"));
        }
        throw Refusal.of(root, answer, body);
    }

    /** Empty when it is no JSON object; an answer without a body is one without members. */
    private static Optional<JsonObject> json(byte[] body) {
        if (body.length == 0) {
            return Optional.of(JsonValue.EMPTY_JSON_OBJECT);
        }
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
            return Optional.of(reader.readObject());
        } catch (JsonException e) {
            return Optional.empty();
        }
    }
}
