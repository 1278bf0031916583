package dev.durin.benchmark;

import dev.durin.it.BenchmarkServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;

/** A PostgreSQL of the benchmarks' own, which writes down the statements of those databases that are to be counted. */
final class BenchmarkDatabase implements AutoCloseable {

    private final Path directory;
    private final Path log;
    private EmbeddedPostgres server;

    BenchmarkDatabase() throws IOException, SQLException {
        directory = Files.createTempDirectory("durin-benchmark");
        log = directory.resolve("log").resolve("statements.log");
        server = builder().start();
        execute(
                "postgres",
                "CREATE USER " + BenchmarkServer.DATABASE_USER + " PASSWORD '" + BenchmarkServer.DATABASE_PASSWORD
                        + "'");
    }

    private EmbeddedPostgres.Builder builder() {
        return EmbeddedPostgres.builder()
                .setDataDirectory(directory.toFile())
                .setCleanDataDirectory(false)
                // The machine may be busy.
                .setPGStartupWait(Duration.ofMinutes(1))
                .setServerConfig("logging_collector", "on")
                .setServerConfig("log_filename", "statements.log")
                .setServerConfig("log_rotation_size", "0")
                .setServerConfig("log_line_prefix", "%d@")
                .setServerConfig("shared_buffers", "1GB")
                .setServerConfig("max_wal_size", "4GB");
    }

    /** Stops and starts it: nothing is left in its own buffers, but what the kernel has kept of its files is. */
    void restart() throws IOException {
        int port = server.getPort();
        server.close();
        server = builder().setPort(port).start();
    }

    /** Makes an empty database; with its statements written down or not. */
    void create(String name, boolean counted) throws SQLException {
        execute("postgres", "CREATE DATABASE " + name + " OWNER " + BenchmarkServer.DATABASE_USER);
        if (counted) {
            execute("postgres", "ALTER DATABASE " + name + " SET log_statement = 'all'");
        }
    }

    String url(String name) {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + name;
    }

    /** As the owner of the database. */
    Connection connect(String name) throws SQLException {
        return DriverManager.getConnection(url(name), BenchmarkServer.DATABASE_USER, BenchmarkServer.DATABASE_PASSWORD);
    }

    String version() throws SQLException {
        try (Connection connection = connect("postgres")) {
            return connection.getMetaData().getDatabaseProductVersion().split(" ")[0];
        }
    }

    /** How many statements a database has been sent, with those that begin and end transactions. */
    long statements(String name) {
        try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.startsWith(name + "@"))
                    .filter(line -> line.contains("LOG:  execute") || line.contains("LOG:  statement"))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the administrator, who may do everything. */
    void execute(String database, String sql) throws SQLException {
        try (Connection connection = server.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }
}
