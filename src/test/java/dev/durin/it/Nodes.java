package dev.durin.it;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Two servers on one database, which know tokens as good for an hour; started once for all tests, until they end. */
final class Nodes {

    private static final String NAME = "nodes";
    private static final TestDatabase DATABASE = Databases.current();

    private static Nodes started;

    private final NodeApi a;
    private final NodeApi b;

    private Nodes(ServerProcess a, ServerProcess b) {
        this.a = new NodeApi(a, "a");
        this.b = new NodeApi(b, "b");
    }

    static synchronized Nodes started() {
        if (started == null) {
            DATABASE.create(NAME);
            started = start();
        }
        return started;
    }

    private static Nodes start() {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<ServerProcess>> starting = Stream.of("a", "b")
                    .map(name -> threads.submit(() -> start(name)))
                    .toList();
            return new Nodes(starting.get(0).get(), starting.get(1).get());
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static ServerProcess start(String name) throws IOException {
        Map<String, String> settings = Deployments.settings(Map.of(
                "durin.token.cache-timeout", "1h",
                "durin.scoped.audience", "nodes",
                "durin.purge.interval", "1s",
                "durin.last-used.interval", "1s"));
        ServerProcess server = TestServer.current()
                .startWithHealth(
                        NAME + "-" + name, List.of(Deployments.application(name, settings, DATABASE.url(NAME))));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        return server;
    }

    NodeApi a() {
        return a;
    }

    NodeApi b() {
        return b;
    }

    /** Without tokens, at the real time, and with nothing to tell each other. */
    void beginAnew() {
        rows("DELETE FROM durin_token");
        Stream.of(a, b).forEach(node -> {
            node.control("reset", "");
            node.control("read-feed", "");
        });
    }

    TestDatabase database() {
        return DATABASE;
    }

    List<List<String>> rows(String sql, Object... parameters) {
        return DATABASE.rowsOf(NAME, sql, parameters);
    }

    Connection connect() throws SQLException {
        return DATABASE.connect(NAME);
    }
}
