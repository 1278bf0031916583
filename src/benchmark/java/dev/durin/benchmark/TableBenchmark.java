package dev.durin.benchmark;

import dev.durin.benchmark.app.Callers;
import dev.durin.it.BenchmarkServer;
import dev.durin.token.TokenHouse;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** What a check and a login cost while PostgreSQL has many tokens. */
final class TableBenchmark {

    private static final String APPLICATION = "filter-uncached";
    private static final String DATABASE = Applications.database(APPLICATION);
    private static final int BATCH = 500_000;
    private static final int COLD = 1_000;

    private final BenchmarkDatabase database;
    private final int rows;

    private TableBenchmark(BenchmarkDatabase database, int rows) {
        this.database = database;
        this.rows = rows;
    }

    /** A database for each size. */
    static void run() throws Exception {
        Results results = new Results(
                "tables.csv",
                "rows",
                "bytes per row",
                "of these in the table",
                "cold lookup",
                "cold lookup high",
                "lookup",
                "lookup high",
                "login",
                "login high");
        for (String rows : Parameters.list("rows")) {
            try (BenchmarkDatabase database = new BenchmarkDatabase()) {
                database.create(DATABASE, false);
                results.add(new TableBenchmark(database, Integer.parseInt(rows)).measure());
            }
        }
    }

    private Object[] measure() throws Exception {
        try (TokenHouse house = house()) {
            fill(database, DATABASE, rows);
        }
        double total = size("pg_total_relation_size");
        double table = size("pg_table_size");
        double[] cold = cold();
        double[] warm = warm();
        Load.Outcome login = login();
        return new Object[] {rows, total, table, cold[0], cold[1], warm[0], warm[1], login.median(), login.high()};
    }

    /** The first looks of all would be those of a virtual machine that has compiled nothing yet. */
    private double[] cold() throws IOException {
        try (TokenHouse house = house()) {
            lookups(house, COLD, 1);
        }
        database.restart();
        try (TokenHouse house = house()) {
            // So that the first one counts that reads the table, and not the one that connects.
            IntStream.range(0, COLD).forEach(again -> house.look(Selectors.of(1)));
            return lookups(house, COLD, 2);
        }
    }

    private double[] warm() {
        int lookups = Parameters.number("lookups");
        try (TokenHouse house = house()) {
            lookups(house, lookups, 3);
            return lookups(house, lookups, 4);
        }
    }

    private TokenHouse house() {
        PGConnectionPoolDataSource dataSource = new PGConnectionPoolDataSource();
        dataSource.setUrl(database.url(DATABASE));
        dataSource.setUser(BenchmarkServer.DATABASE_USER);
        dataSource.setPassword(BenchmarkServer.DATABASE_PASSWORD);
        return new TokenHouse(JdbcConnectionPool.create(dataSource));
    }

    /** Three tokens for each caller, of three clients, as long as they are in the world; in the order of their ids. */
    static void fill(BenchmarkDatabase database, String name, int rows) throws SQLException {
        try (Connection connection = database.connect(name);
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO durin_client (id, name, login_policy, enabled, created, declared)"
                    + " SELECT x, 'client' || x, 'NEW', TRUE, 0, FALSE FROM generate_series(1001, 1003) AS series (x)");
            for (int from = 1; from <= rows; from += BATCH) {
                statement.execute(tokens(from, Math.min(rows, from + BATCH - 1)));
            }
            statement.execute("SELECT setval('durin_token_id', " + (rows + 100) + ")");
        }
        database.execute(name, "VACUUM ANALYZE");
        database.execute(name, "CHECKPOINT");
    }

    private static String tokens(int from, int to) {
        return "INSERT INTO durin_token (id, selector, key_id, caller, client_id, slot, name, created, expiry,"
                + " login_groups, store_id, caller_dn, caller_unique_id, login_address, login_user_agent)"
                + " SELECT x, md5(x::text), '0123456789abcdef', 'caller' || lpad((x / 3)::text, 8, '0') || '@example.com',"
                + " 1001 + x % 3, md5(x::text), '', 1790000000000 + x, 4000000000000 + x, E'editor\\nuser\\n',"
                + " 'ShopIdentityStore', '', '', '203.0.113.' || x % 256,"
                + " 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36'"
                + " FROM generate_series(" + from + ", " + to + ") AS series (x)";
    }

    private double size(String function) throws SQLException {
        try (Connection connection = database.connect(DATABASE);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT " + function + "('durin_token')")) {
            result.next();
            return (double) result.getLong(1) / rows;
        }
    }

    /** Median and 99th percentile, in microseconds, of looks at rows anywhere in the table. */
    private double[] lookups(TokenHouse house, int count, long seed) {
        List<String> selectors = selectors(count, seed);
        long[] nanos = new long[count];
        for (int at = 0; at < count; at++) {
            long before = System.nanoTime();
            if (!house.look(selectors.get(at))) {
                throw new IllegalStateException("A row was not found");
            }
            nanos[at] = System.nanoTime() - before;
        }
        Arrays.sort(nanos);
        return new double[] {nanos[count / 2] / 1e3, nanos[count * 99 / 100] / 1e3};
    }

    private List<String> selectors(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> selectors = new ArrayList<>(count);
        for (int at = 0; at < count; at++) {
            selectors.add(Selectors.of(1 + random.nextInt(rows)));
        }
        return selectors;
    }

    /** Over HTTP, each a new row. */
    private Load.Outcome login() throws Exception {
        WebArchive application = new Applications(database).of(APPLICATION);
        String variant = BenchmarkServer.variants().get(0);
        try (BenchmarkServer server = BenchmarkServer.start(variant, List.of(application));
                Load load = new Load(server.root("").getPort())) {
            List<String> requests = new ArrayList<>();
            for (int number = 0; number < Parameters.number("tokens"); number++) {
                requests.add(Requests.login(server, APPLICATION, Callers.name(number)));
            }
            Path file = Load.write("table-login", requests);
            load.run(file, 1, Parameters.roundLength().multipliedBy(2));
            return load.run(file, 1, Parameters.roundLength());
        }
    }
}
