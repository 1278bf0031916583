package dev.durin.benchmark;

import dev.durin.benchmark.app.Callers;
import dev.durin.it.BenchmarkServer;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The requests for each application, each with another token, whose callers are made sure of. */
final class Requests {

    private final BenchmarkServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, List<String>> issued = new HashMap<>();

    Requests(BenchmarkServer server) {
        this.server = server;
    }

    /** Asks once with each token: the answer must be its caller. */
    List<String> of(String application) throws IOException, InterruptedException {
        List<String> requests = new ArrayList<>();
        for (int number = 0; number < Parameters.number("tokens"); number++) {
            String authorization = authorization(application, number);
            URI resource = server.root(application).resolve("api/hello");
            check(resource, authorization, application.equals("unprotected") ? "nobody-0000" : Callers.name(number));
            requests.add("GET " + resource.getPath() + " HTTP/1.1\r\nHost: " + resource.getAuthority()
                    + "\r\nAuthorization: " + authorization + "\r\n\r\n");
        }
        if (!application.equals("unprotected")) {
            refused(application);
        }
        return requests;
    }

    private String authorization(String application, int number) throws IOException, InterruptedException {
        if (application.equals("microprofile-jwt")) {
            return "Bearer " + BenchmarkServer.jsonWebToken(Callers.name(number), Callers.GROUP);
        }
        if (application.equals("filter-scoped")) {
            return "TmpToken " + scoped(application, token(application, number));
        }
        return "Token "
                + (Applications.isDurin(application) ? token(application, number) : Callers.mappedToken(number));
    }

    /** Issued once for each database: applications that share it share their tokens. */
    private String token(String application, int number) throws IOException, InterruptedException {
        List<String> tokens = issued.computeIfAbsent(Applications.database(application), name -> new ArrayList<>());
        if (number == tokens.size()) {
            tokens.add(login(application, Callers.name(number)));
        }
        return tokens.get(number);
    }

    private String login(String application, String caller) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(server.root(application).resolve("api/auth/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form(caller)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return tokenIn(answer, 200);
    }

    /** A scoped token for the resource, made with another token. */
    private String scoped(String application, String token) throws IOException, InterruptedException {
        String path = server.root(application).resolve("api/hello").getPath().substring(application.length() + 1);
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(server.root(application).resolve("api/auth/scoped"))
                        .header("Authorization", "Token " + token)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"scope\":[{\"method\":\"GET\",\"path\":\"" + path + "\"}]}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return tokenIn(answer, 201);
    }

    private static String tokenIn(HttpResponse<String> answer, int status) throws IOException {
        if (answer.statusCode() != status) {
            throw new IOException(answer.uri() + ": " + answer.statusCode() + " " + answer.body());
        }
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject().getString("token");
        }
    }

    /** A login. */
    static String login(BenchmarkServer server, String application, String caller) {
        return post(server, application, "api/auth/login", "application/x-www-form-urlencoded", form(caller));
    }

    /** A request with a body. */
    static String post(BenchmarkServer server, String application, String path, String type, String body) {
        URI resource = server.root(application).resolve(path);
        return "POST " + resource.getPath() + " HTTP/1.1\r\nHost: " + resource.getAuthority() + "\r\nContent-Type: "
                + type + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static String form(String caller) {
        return "username=" + caller + "&password=" + Callers.PASSWORD + "&client=web";
    }

    private void check(URI resource, String authorization, String caller) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(resource, authorization);
        if (answer.statusCode() != 200 || !answer.body().equals(caller)) {
            throw new IOException(
                    resource + " answers " + answer.statusCode() + " " + answer.body() + " for the token of " + caller);
        }
    }

    /** An application that lets everybody in would be fast. */
    private void refused(String application) throws IOException, InterruptedException {
        int status = get(server.root(application).resolve("api/hello"), "Token " + "f".repeat(64))
                .statusCode();
        if (status != 401 && status != 403) {
            throw new IOException(application + " answers " + status + " to a token that is none");
        }
    }

    private HttpResponse<String> get(URI resource, String authorization) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(resource)
                        .header("Authorization", authorization)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
