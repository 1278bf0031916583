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

/** How long an operator waits for a list or for figures while PostgreSQL has many tokens and accounts. */
final class AdminBenchmark {

    private static final String APPLICATION = "admin";
    private static final String DATABASE = Applications.COUNTED_DATABASE;
    private static final int WARM_UP = 30;
    private static final int REQUESTS = 200;

    /** What is wanted: everything in each order, few of many, many of many, none, and the old ones first and last. */
    private static final List<String> TOKENS = List.of(
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
            "client=client1005",
            "client=client1005&sort=expiry",
            "client=client1005&sort=caller",
            "state=expired",
            "state=expired&sort=oldest",
            "state=expired&sort=caller",
            "state=expired&sort=expiry",
            "state=expired&client=client1001",
            "state=expired&caller=caller",
            "caller=caller0001&client=client1002",
            "caller=caller0001&client=client1004",
            "caller=caller&client=client1004",
            "caller=caller&client=client1005&sort=expiry");

    private static final List<String> OTHERS = List.of(
            "accounts",
            "accounts?limit=200",
            "accounts?name=account0012",
            "accounts?state=pending",
            "accounts?state=disabled&name=account00",
            "accounts?name=nobody",
            "clients",
            "clients?limit=50",
            "figures?days=30",
            "figures?days=366");

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

    /**
     * The oldest hundredth has expired, as it is between two purges. One of a hundred tokens has a name, ten are of a client
     * that hardly anybody uses, and one of fifty is of a client whose tokens end last.
     */
    private static void fill(BenchmarkDatabase database) throws SQLException {
        int rows = Parameters.number("admin-rows");
        TableBenchmark.fill(database, DATABASE, rows);
        for (String change : List.of(
                "INSERT INTO durin_client (id, name, login_policy, enabled, created, declared)"
                        + " SELECT x, 'client' || x, 'NEW', TRUE, 0, FALSE FROM generate_series(1004, 1050) AS series (x)",
                "UPDATE durin_token SET expiry = 1000000 + id WHERE id <= " + rows / 100,
                "UPDATE durin_token SET name = 'laptop of ' || caller WHERE id % 100 = 1",
                "UPDATE durin_token SET client_id = 1005, expiry = 5000000000000 + id WHERE id % 50 = 7",
                "UPDATE durin_token SET client_id = 1004 WHERE id > " + rows / 2 + " AND id <= " + (rows / 2 + 10),
                "INSERT INTO durin_account (id, name, natural_name, state, password_hash, password_changed, caller_groups,"
                        + " created) SELECT x, 'account' || lpad(x::text, 8, '0'), 'account' || lpad(x::text, 8, '0'),"
                        + " CASE WHEN x % 100 = 0 THEN 'PENDING' WHEN x % 1000 = 1 THEN 'DISABLED' ELSE 'ACTIVE' END,"
                        + " 'none', 0, 'user', 1790000000000 + x FROM generate_series(1, " + rows / 5
                        + ") AS series (x)",
                "INSERT INTO durin_usage (caller, client_id, epoch_day, uses) SELECT 'caller' || lpad((x % 10000)::text,"
                        + " 8, '0') || '@example.com', 1001 + x % 3, extract(epoch FROM now())::bigint / 86400 - x / 10000,"
                        + " 1 + x % 97 FROM generate_series(0, " + (rows - 1) + ") AS series (x)",
                "VACUUM ANALYZE",
                "CHECKPOINT")) {
            database.execute(DATABASE, change);
        }
    }

    private void measure() throws IOException, InterruptedException {
        Results results = new Results("admin.csv", "query", "items", "median", "high");
        String token = login();
        for (String query : TOKENS) {
            String path = "tokens?" + query;
            measure(results, query.isEmpty() ? "tokens" : path, path, token);
            JsonObject first = page(path, token);
            if (query.startsWith("sort") && !first.isNull("next")) {
                measure(results, path + "&after=…", path + "&after=" + first.getString("next"), token);
            }
        }
        for (String path : OTHERS) {
            if (path.startsWith("figures")) {
                long began = System.nanoTime();
                int items = items(page(path, token));
                double millis = (System.nanoTime() - began) / 1e6;
                results.add(path + " summed up anew", items, millis, millis);
            }
            measure(results, path, path, token);
        }
    }

    private void measure(Results results, String name, String query, String token)
            throws IOException, InterruptedException {
        double[] millis = new double[REQUESTS];
        int items = 0;
        for (int number = -WARM_UP; number < REQUESTS; number++) {
            long began = System.nanoTime();
            items = items(page(query, token));
            if (number >= 0) {
                millis[number] = (System.nanoTime() - began) / 1e6;
            }
        }
        Arrays.sort(millis);
        results.add(name, items, millis[REQUESTS / 2], millis[REQUESTS * 99 / 100]);
    }

    private static int items(JsonObject answer) {
        return answer.getJsonArray(answer.containsKey("items") ? "items" : "uses")
                .size();
    }

    private JsonObject page(String path, String token) throws IOException, InterruptedException {
        return answer(
                HttpRequest.newBuilder(root.resolve("admin/" + path.replace(" ", "%20")))
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
