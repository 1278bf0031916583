package dev.durin.it;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A database server of the tests' own: it can be taken away from the application, and looked into. */
abstract class TestDatabase {

    static final String USER = "durin";
    static final String PASSWORD = "durin-database";

    /** The database of most tests. */
    static final String MAIN = "durin";

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    /** How an application reaches a database. */
    abstract String url(String name);

    /** A connection that does not go through the server that can be stopped, where there is such a way. */
    abstract Connection connect(String name) throws SQLException;

    /** Makes an empty database. */
    abstract void create(String name);

    /** Takes the database away, with its open connections; what it holds stays. */
    abstract void stop();

    abstract void start();

    /** How an application reaches a database in the mode in which it objects to the least. */
    String lenientUrl(String name) {
        return url(name);
    }

    /** How many transactions wait for a lock. */
    abstract long waiting();

    /** How many transactions wait for a lock in a database of a test's own, maybe with those of others. */
    long waiting(String name) {
        return waiting();
    }

    /** What becomes of work that needs rows which somebody is removing, and has removed when it gets them. */
    <T> T whileGoing(String name, String deletion, Supplier<T> work) throws SQLException {
        try (Connection other = connect(name);
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute(deletion);
            CompletableFuture<T> result = CompletableFuture.supplyAsync(work);
            Instant patience = Instant.now().plus(LONGEST_WAIT);
            while (waiting(name) == 0 && !result.isDone() && Instant.now().isBefore(patience)) {
                Thread.onSpinWait();
            }
            if (result.isDone()) {
                throw new AssertionError("It has not waited for the rows: " + result.join());
            }
            other.commit();
            return result.join();
        }
    }

    /** How many deadlocks there have been, where the database says so. */
    abstract long deadlocks();

    /** Lets nobody write into the tokens before the transaction of whoever asks has ended, as far as there is a way. */
    String againstWriting() {
        return "SELECT id FROM durin_token FOR UPDATE";
    }

    /** A table with the numbers from 1 on, in a column named x. */
    abstract String numbers(int last);

    /** The rows of a query, each as its columns' texts. */
    List<List<String>> rows(String sql, Object... parameters) {
        return rowsOf(MAIN, sql, parameters);
    }

    /** The rows of a query on a database of a test's own. */
    List<List<String>> rowsOf(String name, String sql, Object... parameters) {
        try (Connection connection = connect(name);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < parameters.length; at++) {
                statement.setObject(at + 1, parameters[at]);
            }
            return statement.execute() ? read(statement.getResultSet()) : List.of();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long count(String sql, Object... parameters) {
        return Long.parseLong(rows(sql, parameters).get(0).get(0));
    }

    private static List<List<String>> read(ResultSet result) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        while (result.next()) {
            List<String> row = new ArrayList<>();
            for (int at = 1; at <= result.getMetaData().getColumnCount(); at++) {
                row.add(result.getString(at));
            }
            rows.add(row);
        }
        return rows;
    }
}
