package dev.durin.benchmark;

import dev.durin.it.BenchmarkServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * How long a login takes that is refused, by the reason: whoever takes the time must not learn it. One call of each kind
 * after the other, each for a name that nobody has asked for before.
 */
final class RefusalBenchmark {

    private static final String APPLICATION = "accounts";
    private static final String PASSWORD = "zebra-Crossing 7";
    private static final int ITERATIONS = 600_000;

    /** Before those that are measured. */
    private static final int WARM_UP = 10;

    private static final List<String> KINDS = List.of("unknown", "wrong", "disabled", "pending", "locked");

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI login;

    private RefusalBenchmark(BenchmarkServer server) {
        this.login = server.root(APPLICATION).resolve("api/auth/login");
    }

    static void run() throws Exception {
        try (BenchmarkDatabase database = new BenchmarkDatabase()) {
            database.create(Applications.COUNTED_DATABASE, false);
            String variant = BenchmarkServer.variants().get(0);
            try (BenchmarkServer server =
                    BenchmarkServer.start(variant, List.of(new Applications(database).of(APPLICATION)))) {
                addAccounts(database);
                new RefusalBenchmark(server).measure();
            }
        }
    }

    private static void addAccounts(BenchmarkDatabase database) throws SQLException, GeneralSecurityException {
        String hash = hash();
        try (Connection connection = database.connect(Applications.COUNTED_DATABASE);
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO durin_account (id, name, natural_name,"
                                + " password_hash, state, caller_groups, password_changed, created)"
                                + " VALUES (?, ?, ?, ?, ?, '', 0, 0)")) {
            for (int at = 1; at < KINDS.size(); at++) {
                for (int number = -WARM_UP; number < Parameters.number("refusals"); number++) {
                    String name = KINDS.get(at) + number;
                    insert.setLong(1, 1_000_000L * at + number);
                    insert.setString(2, name);
                    insert.setString(3, name);
                    insert.setString(4, hash);
                    insert.setString(5, state(KINDS.get(at)));
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private static String state(String kind) {
        return switch (kind) {
            case "disabled" -> "DISABLED";
            case "pending" -> "PENDING";
            default -> "ACTIVE";
        };
    }

    private static String hash() throws GeneralSecurityException {
        byte[] salt = new byte[32];
        byte[] hash = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(new PBEKeySpec(PASSWORD.toCharArray(), salt, ITERATIONS, 256))
                .getEncoded();
        Base64.Encoder encoder = Base64.getEncoder();
        return "PBKDF2WithHmacSHA256:" + ITERATIONS + ":" + encoder.encodeToString(salt) + ":"
                + encoder.encodeToString(hash);
    }

    private void measure() throws IOException, InterruptedException {
        Results results = new Results("refusals.csv", "round", "kind", "millis");
        for (int number = -WARM_UP; number < Parameters.number("refusals"); number++) {
            for (int at = 0; at < KINDS.size(); at++) {
                String kind = KINDS.get(Math.floorMod(at + number, KINDS.size()));
                double millis = refused(kind, kind + number);
                if (number >= 0) {
                    results.add(number, kind, millis);
                }
            }
        }
    }

    /** Whoever has to wait has the right password, and is refused all the same. */
    private double refused(String kind, String name) throws IOException, InterruptedException {
        if (kind.equals("locked")) {
            ask(name, "not the password");
        }
        return ask(name, kind.equals("wrong") ? "not the password" : PASSWORD);
    }

    private double ask(String name, String password) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(login)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("client=web&username=" + name + "&password="
                        + URLEncoder.encode(password, StandardCharsets.UTF_8)))
                .build();
        long began = System.nanoTime();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        double millis = (System.nanoTime() - began) / 1e6;
        if (answer.statusCode() != 400) {
            throw new IOException(name + " was answered " + answer.statusCode() + " " + answer.body());
        }
        return millis;
    }
}
