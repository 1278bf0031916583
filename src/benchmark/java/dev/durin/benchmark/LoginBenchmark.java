package dev.durin.benchmark;

import dev.durin.benchmark.app.BenchmarkIdentityStore;
import dev.durin.it.BenchmarkServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A login against the hash of its password alone, which a resource of the same application computes. */
final class LoginBenchmark {

    private static final String APPLICATION = "filter";

    /** What Jakarta Security does unless told otherwise, and what OWASP asks for. */
    private static final List<String> ITERATIONS = List.of("2048", "600000");

    private final BenchmarkServer server;
    private final Load load;

    LoginBenchmark(BenchmarkServer server, Load load) {
        this.server = server;
        this.load = load;
    }

    void run(String variant) throws IOException {
        Results results = new Results(
                variant + "/login.csv", "round", "iterations", "what", "requests", "seconds", "median", "high", "cpu");
        for (String iterations : ITERATIONS) {
            Path hash = Load.write(
                    variant + "-hash-" + iterations,
                    List.of(Requests.post(server, APPLICATION, "api/hash/" + iterations, "text/plain", "")));
            Path login = Load.write(
                    variant + "-login-" + iterations,
                    List.of(Requests.login(server, APPLICATION, BenchmarkIdentityStore.HASHED + iterations)));
            for (int round = -1; round < Parameters.number("rounds"); round++) {
                measure(results, round, iterations, "hash", hash);
                measure(results, round, iterations, "login", login);
            }
        }
    }

    /** Where the time goes of a login whose password takes the least. */
    void profile(String variant) throws IOException {
        Path login = Load.write(
                variant + "-login",
                List.of(Requests.login(server, APPLICATION, BenchmarkIdentityStore.HASHED + ITERATIONS.get(0))));
        load.run(login, 1, Parameters.roundLength());
        Profile.of(
                server.java(),
                variant + "/profile-login",
                () -> load.run(login, 1, Parameters.roundLength().multipliedBy(2)));
    }

    /** The first round is for warming up. */
    private void measure(Results results, int round, String iterations, String what, Path requests) {
        double cpu = ServerTime.seconds(server.java());
        Load.Outcome outcome = load.run(requests, 1, Parameters.roundLength());
        double used = ServerTime.seconds(server.java()) - cpu;
        if (round >= 0) {
            results.add(
                    round,
                    iterations,
                    what,
                    outcome.requests(),
                    outcome.seconds(),
                    outcome.median(),
                    outcome.high(),
                    used * 1e6 / outcome.requests());
        }
    }
}
