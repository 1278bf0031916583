package dev.durin.it;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.h2.tools.Server;

/** A database server of the tests' own: it can be taken away from the application, and looked into. */
final class TestDatabase {

    static final String USER = "durin";
    static final String PASSWORD = "durin-database";
    private static final String NAME = "mem:durin;DB_CLOSE_DELAY=-1";

    private static final TestDatabase INSTANCE = new TestDatabase();

    private final int port;
    private Server server;

    private TestDatabase() {
        try {
            server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
            port = server.getPort();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static TestDatabase get() {
        return INSTANCE;
    }

    String url() {
        return "jdbc:h2:tcp://localhost:" + port + "/" + NAME;
    }

    /** Takes the database away, with its open connections; what it holds stays. */
    void stop() {
        server.stop();
    }

    void start() {
        try {
            server = Server.createTcpServer("-tcpPort", String.valueOf(port), "-ifNotExists")
                    .start();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The rows of a query, each as its columns' texts. */
    List<List<String>> rows(String sql, Object... parameters) {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:" + NAME, USER, PASSWORD);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < parameters.length; at++) {
                statement.setObject(at + 1, parameters[at]);
            }
            List<List<String>> rows = new ArrayList<>();
            if (statement.execute()) {
                try (ResultSet result = statement.getResultSet()) {
                    while (result.next()) {
                        List<String> row = new ArrayList<>();
                        for (int at = 1; at <= result.getMetaData().getColumnCount(); at++) {
                            row.add(result.getString(at));
                        }
                        rows.add(row);
                    }
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long count(String sql, Object... parameters) {
        return Long.parseLong(rows(sql, parameters).get(0).get(0));
    }
}
