package dev.durin.benchmark;

import dev.durin.it.BenchmarkServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What requests cost on one server: all applications in each round, one after the other, on one and the same process. */
final class ServerBenchmark {

    private final String variant;
    private final List<String> names = Parameters.list("applications");
    private final Map<String, Path> requests = new LinkedHashMap<>();
    private final BenchmarkDatabase database;
    private final BenchmarkServer server;
    private final Load load;

    private ServerBenchmark(String variant, BenchmarkDatabase database, BenchmarkServer server, Load load) {
        this.variant = variant;
        this.database = database;
        this.server = server;
        this.load = load;
    }

    static void run(String variant, List<String> parts) throws Exception {
        try (BenchmarkDatabase database = new BenchmarkDatabase()) {
            database.create(Applications.COUNTED_DATABASE, true);
            database.create(Applications.BUSY_DATABASE, false);
            Applications applications = new Applications(database);
            List<String> names = Parameters.list("applications");
            try (BenchmarkServer server = BenchmarkServer.start(
                            variant, names.stream().map(applications::of).toList());
                    Load load = new Load(server.root("").getPort())) {
                new ServerBenchmark(variant, database, server, load).run(parts);
            }
        }
    }

    private void run(List<String> parts) throws Exception {
        Results about = new Results(variant + "/about.csv", "name", "value");
        about.add("server-version", System.getProperty("durin.it.server-version"));
        about.add("database", "PostgreSQL " + database.version());
        for (String name : List.of("rounds", "warm-up-rounds", "seconds", "connections", "tokens")) {
            about.add(name, Parameters.text(name));
        }
        about.add("load", Environment.load());
        Requests made = new Requests(server);
        for (String name : names) {
            requests.put(name, Load.write(variant + "-" + name, made.of(name)));
        }
        warmUp();
        if (parts.contains("http")) {
            rounds();
        }
        if (parts.contains("profile")) {
            profile();
        }
        if (parts.contains("login")) {
            LoginBenchmark logins = new LoginBenchmark(server, load);
            logins.run(variant);
            logins.profile(variant);
        }
    }

    private void warmUp() {
        for (int round = 0; round < Parameters.number("warm-up-rounds"); round++) {
            for (String name : names) {
                Load.Outcome outcome = once(name, Parameters.roundLength());
                System.out.println("warm-up " + name + ": " + outcome);
            }
        }
    }

    private Load.Outcome once(String name, Duration duration) {
        return load.run(requests.get(name), Parameters.number("connections"), duration);
    }

    private void rounds() {
        Results results = new Results(
                variant + "/rounds.csv",
                "round",
                "application",
                "requests",
                "seconds",
                "median",
                "high",
                "cpu",
                "statements");
        for (int round = 0; round < Parameters.number("rounds"); round++) {
            for (int at = 0; at < names.size(); at++) {
                // Each begins a round in its turn, so that none is always measured behind the same other one.
                String name = names.get((at + round) % names.size());
                results.add(measured(round, name));
            }
        }
    }

    private Object[] measured(int round, String name) {
        long statements = database.statements(Applications.COUNTED_DATABASE);
        double cpu = ServerTime.seconds(server.java());
        Load.Outcome outcome = once(name, Parameters.roundLength());
        double used = ServerTime.seconds(server.java()) - cpu;
        boolean counted =
                Applications.isDurin(name) && Applications.database(name).equals(Applications.COUNTED_DATABASE);
        return new Object[] {
            round,
            name,
            outcome.requests(),
            outcome.seconds(),
            outcome.median(),
            outcome.high(),
            used * 1e6 / outcome.requests(),
            counted ? database.statements(Applications.COUNTED_DATABASE) - statements : ""
        };
    }

    /** Where the time goes in Durin's own code. */
    private void profile() throws IOException {
        for (String name : names) {
            if (Applications.isDurin(name)) {
                Profile.of(
                        server.java(),
                        variant + "/profile-" + name,
                        () -> once(name, Parameters.roundLength().multipliedBy(2)));
            }
        }
    }
}
