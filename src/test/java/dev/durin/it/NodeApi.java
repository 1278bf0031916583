package dev.durin.it;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** One of several nodes, as its users see it. */
final class NodeApi {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ServerProcess server;
    private final Api api;

    NodeApi(ServerProcess server, String application) {
        this.server = server;
        this.api = server.api(application);
    }

    Api api() {
        return api;
    }

    int status(String path, String token) {
        return api.get(path, token).status();
    }

    /** Has the application do something that no user may. */
    Answer control(String what, String value) {
        Answer answer = api.postForm("api/test/" + what, Map.of("value", value));
        if (answer.status() >= 300) {
            throw new AssertionError(what + ": " + answer.status() + " " + answer.body());
        }
        return answer;
    }

    /** Moves the node's time on. */
    void pass(Duration duration) {
        control("pass", duration.toString());
    }

    List<String> events(String type) {
        return control("events", "")
                .body()
                .lines()
                .filter(event -> event.startsWith(type + "["))
                .toList();
    }

    /** What MicroProfile Health says of the node. */
    Answer health() {
        return new Api(server.health()).get("ready");
    }

    /** How many lines of the node's log have this in them. */
    long logged(String sentence) {
        return server.log().lines().filter(line -> line.contains(sentence)).count();
    }

    /** Asks until the answer is this; how long that took. */
    Duration untilStatus(int status, String path, String token) {
        return until(() -> status(path, token) == status);
    }

    /** Asks until it is so; how long that took. */
    static Duration until(BooleanSupplier condition) {
        Instant began = Instant.now();
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(began.plus(PATIENCE))) {
                throw new AssertionError("It was not so after " + PATIENCE);
            }
            // The servers need the processors more.
            LockSupport.parkNanos(2_000_000);
        }
        return Duration.between(began, Instant.now());
    }

    static void join(Future<?> work) {
        try {
            work.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
