package dev.durin.it;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL server that the build brings. */
final class PostgresDatabase extends TestDatabase {

    private final File directory;
    private final int port;
    private EmbeddedPostgres server;

    PostgresDatabase() {
        try {
            directory = Files.createTempDirectory("durin-postgresql").toFile();
            server = EmbeddedPostgres.builder()
                    .setDataDirectory(directory)
                    .setCleanDataDirectory(false)
                    .start();
            port = server.getPort();
            createUserAndDatabase();
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void createUserAndDatabase() throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE USER " + USER + " PASSWORD '" + PASSWORD + "'");
            statement.execute("CREATE DATABASE durin OWNER " + USER);
        }
    }

    @Override
    String url() {
        return "jdbc:postgresql://localhost:" + port + "/durin";
    }

    @Override
    String dataSourceClass() {
        return "org.postgresql.ds.PGSimpleDataSource";
    }

    @Override
    Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), USER, PASSWORD);
    }

    @Override
    void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    void start() {
        try {
            server = EmbeddedPostgres.builder()
                    .setDataDirectory(directory)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    String numbers(int last) {
        return "generate_series(1, " + last + ") AS series (x)";
    }
}
