package dev.durin.benchmark;

import dev.durin.benchmark.app.Callers;
import dev.durin.it.BenchmarkServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** How long an operator waits for a page of the list of tokens while PostgreSQL has many. */
final class AdminBenchmark {

    private static final String APPLICATION = "admin";
    private static final String DATABASE = Applications.COUNTED_DATABASE;
    private static final int WARM_UP = 30;
    private static final int REQUESTS = 200;

    /** What is wanted: everything in each order, few of many, many of many, none, and the old ones first and last. */
    private static final List<String> QUERIES = List.of(
            "",
            "sort=oldest",
            "sort=caller",
            "sort=expiry",
            "state=all&limit=200",
            "caller=caller00012345",
            "caller=nobody",
            "caller=caller",
            "caller=caller0000",
            "caller=caller0000&sort=oldest",
            "caller=caller0033&sort=caller",
            "name=laptop",
            "name=laptop of caller00003333",
            "client=client1001",
            "client=client1004",
            "client=client1001&sort=expiry",
            "client=client1004&sort=caller",
            "state=expired",
            "state=expired&sort=expiry",
            "caller=caller0001&client=client1002",
            "caller=caller0001&client=client1004");

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI root;

    private AdminBenchmark(BenchmarkServer server) {
        this.root = server.root(APPLICATION).resolve("api/auth/");
    }

    static void run() throws Exception {
        try (BenchmarkDatabase database = new BenchmarkDatabase()) {
            database.create(DATABASE, false);
            String variant = BenchmarkServer.variants().get(0);
            try (BenchmarkServer server =
                    BenchmarkServer.start(variant, List.of(new Applications(database).of(APPLICATION)))) {
                fill(database);
                new AdminBenchmark(server).measure();
            }
        }
    }

    /** One of twenty has expired, one of a hundred has a name, and ten are of a client that hardly anybody uses. */
    private static void fill(BenchmarkDatabase database) throws SQLException {
        TableBenchmark.fill(database, DATABASE, Parameters.number("admin-rows"));
        for (String change : List.of(
                "INSERT INTO durin_client (id, name, login_policy, enabled, created, declared)"
                        + " VALUES (1004, 'client1004', 'NEW', TRUE, 0, FALSE)",
                "UPDATE durin_token SET expiry = 1000000 + id WHERE id % 20 = 0",
                "UPDATE durin_token SET name = 'laptop of ' || caller WHERE id % 100 = 1",
                "UPDATE durin_token SET client_id = 1004 WHERE id <= 10",
                "VACUUM ANALYZE",
                "CHECKPOINT")) {
            database.execute(DATABASE, change);
        }
    }

    private void measure() throws IOException, InterruptedException {
        Results results = new Results("admin.csv", "query", "items", "median", "high");
        String token = login();
        for (String query : QUERIES) {
            measure(results, query.isEmpty() ? "everything" : query, query, token);
            JsonObject first = page(query, token);
            if (query.startsWith("sort") && !first.isNull("next")) {
                measure(results, query + "&after=…", query + "&after=" + first.getString("next"), token);
            }
        }
    }

    private void measure(Results results, String name, String query, String token)
            throws IOException, InterruptedException {
        double[] millis = new double[REQUESTS];
        int items = 0;
        for (int number = -WARM_UP; number < REQUESTS; number++) {
            long began = System.nanoTime();
            items = page(query, token).getJsonArray("items").size();
            if (number >= 0) {
                millis[number] = (System.nanoTime() - began) / 1e6;
            }
        }
        Arrays.sort(millis);
        results.add(name, items, millis[REQUESTS / 2], millis[REQUESTS * 99 / 100]);
    }

    private JsonObject page(String query, String token) throws IOException, InterruptedException {
        return answer(
                HttpRequest.newBuilder(root.resolve("admin/tokens?" + query.replace(" ", "%20")))
                        .header("Authorization", "Token " + token),
                200);
    }

    private String login() throws IOException, InterruptedException {
        return answer(
                        HttpRequest.newBuilder(root.resolve("login"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(
                                        "client=web&username=" + Callers.name(0) + "&password=" + Callers.PASSWORD)),
                        200)
                .getString("token");
    }

    private JsonObject answer(HttpRequest.Builder request, int status) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != status) {
            throw new IOException(answer.uri() + ": " + answer.statusCode() + " " + answer.body());
        }
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }
}
