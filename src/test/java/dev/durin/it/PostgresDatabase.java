package dev.durin.it;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A PostgreSQL server that the build brings. */
final class PostgresDatabase extends TestDatabase {

    private final File directory;
    private final Path log;
    private final int port;
    private EmbeddedPostgres server;

    PostgresDatabase() {
        try {
            directory = Files.createTempDirectory("durin-postgresql").toFile();
            log = Files.createDirectories(Path.of(System.getProperty("durin.logs")))
                    .resolveSibling("postgresql.log");
            server = builder().start();
            port = server.getPort();
            createUser();
            create(MAIN);
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** It would wait for a lock for ever. */
    private EmbeddedPostgres.Builder builder() {
        return EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(2))
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                .setServerConfig("lock_timeout", "10s")
                .setServerConfig("lc_messages", "C")
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()));
    }

    private void createUser() throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE USER " + USER + " PASSWORD '" + PASSWORD + "'");
        }
    }

    @Override
    String url(String name) {
        return "jdbc:postgresql://localhost:" + port + "/" + name;
    }

    @Override
    Connection connect(String name) throws SQLException {
        return DriverManager.getConnection(url(name), USER, PASSWORD);
    }

    @Override
    void create(String name) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " OWNER " + USER);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitStopped();
    }

    /** It is told to stop, and not waited for as long as it may take on a busy machine. */
    private void awaitStopped() {
        Instant patience = Instant.now().plusSeconds(60);
        while (Files.exists(directory.toPath().resolve("postmaster.pid"))) {
            if (Instant.now().isAfter(patience)) {
                throw new IllegalStateException("PostgreSQL has not stopped, see " + log);
            }
            LockSupport.parkNanos(10_000_000);
        }
    }

    @Override
    void start() {
        try {
            server = builder().setPort(port).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    long waiting() {
        return count("SELECT COUNT(*) FROM pg_locks WHERE NOT granted");
    }

    /** By its log: its statistics come seconds later. */
    @Override
    long deadlocks() {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains("deadlock detected")).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    String againstWriting() {
        return "LOCK TABLE durin_client, durin_key, durin_lock, durin_token, durin_usage IN SHARE MODE";
    }

    @Override
    String numbers(int last) {
        return "generate_series(1, " + last + ") AS series (x)";
    }
}
