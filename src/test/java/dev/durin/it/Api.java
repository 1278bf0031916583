package dev.durin.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Speaks to the deployed application as its clients do. */
final class Api {

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(20))
            .build();
    private final URI root;

    Api(URI root) {
        this.root = root;
    }

    Answer login(String caller, String client) {
        return login(caller, caller + "-pass-1", client);
    }

    Answer login(String caller, String password, String client) {
        return postForm("api/auth/login", Map.of("username", caller, "password", password, "client", client));
    }

    /** A token of a fresh login. */
    String token(String caller, String client) {
        Answer answer = login(caller, client);
        if (answer.status() != 200) {
            throw new AssertionError(answer.status() + " " + answer.body());
        }
        return answer.token();
    }

    Answer postForm(String path, Map<String, String> fields) {
        return send(form(path, fields));
    }

    Answer postForm(String path, String token, Map<String, String> fields) {
        return send(form(path, fields).header("Authorization", "Token " + token));
    }

    private HttpRequest.Builder form(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    Answer postJson(String path, String body) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    Answer get(String path) {
        return send(request(path));
    }

    Answer get(String path, String token) {
        return send(request(path).header("Authorization", "Token " + token));
    }

    Answer post(String path, String token) {
        return call("POST", path, token);
    }

    Answer delete(String path, String token) {
        return call("DELETE", path, token);
    }

    Answer call(String method, String path, String token) {
        return send(request(path).header("Authorization", "Token " + token).method(method, BodyPublishers.noBody()));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(root.resolve(path)).timeout(Duration.ofSeconds(60));
    }

    Answer send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
