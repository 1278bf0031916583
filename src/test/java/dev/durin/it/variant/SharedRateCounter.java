package dev.durin.it.variant;

import dev.durin.rate.Admission;
import dev.durin.rate.Budget;
import dev.durin.spi.RateCounter;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Counts in a database that all servers share: one row for each request that has passed within a day. */
@ApplicationScoped
public class SharedRateCounter implements RateCounter {

    @Resource(lookup = "java:app/jdbc/host")
    private DataSource dataSource;

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Admission count(List<Budget> budgets, Instant now) {
        try (Connection connection = dataSource.getConnection()) {
            for (int stripe : budgets.stream()
                    .mapToInt(SharedRateCounter::stripe)
                    .sorted()
                    .distinct()
                    .toArray()) {
                execute(connection, "UPDATE rate_stripe SET turns = turns + 1 WHERE id = ?", stripe);
            }
            List<Admission> admissions = new ArrayList<>();
            for (Budget budget : budgets) {
                admissions.add(judge(connection, budget, now.toEpochMilli()));
            }
            Admission admission = Admission.strictest(admissions);
            if (admission instanceof Admission.Passed) {
                for (Budget budget : budgets) {
                    pass(connection, budget.name(), now.toEpochMilli());
                }
            }
            return admission;
        } catch (SQLException e) {
            throw new IllegalStateException("A request could not be counted", e);
        }
    }

    /** Requests of the same budget wait for each other here, in the same order everywhere. */
    private static int stripe(Budget budget) {
        return Math.floorMod(budget.name().hashCode(), 64);
    }

    private static Admission judge(Connection connection, Budget budget, long now) throws SQLException {
        long period = budget.rate().period().toMillis();
        List<Long> times = times(connection, budget.name(), now - period);
        int over = times.size() - budget.rate().requests();
        if (over >= 0) {
            return new Admission.Refused(budget, Duration.ofMillis(times.get(over) + period - now));
        }
        long first = times.isEmpty() ? now : times.get(0);
        return new Admission.Passed(budget, -over - 1, Duration.ofMillis(first + period - now));
    }

    private static List<Long> times(Connection connection, String name, long after) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT passed FROM rate_pass WHERE name = ? AND passed > ? ORDER BY passed")) {
            select.setString(1, name);
            select.setLong(2, after);
            List<Long> times = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    times.add(rows.getLong(1));
                }
            }
            return times;
        }
    }

    private static void pass(Connection connection, String name, long now) throws SQLException {
        long dayAgo = now - Duration.ofDays(1).toMillis();
        execute(connection, "DELETE FROM rate_pass WHERE name = ? AND passed <= ?", name, dayAgo);
        execute(connection, "INSERT INTO rate_pass (name, passed) VALUES (?, ?)", name, now);
    }

    private static void execute(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) {
                statement.setObject(at + 1, values[at]);
            }
            statement.executeUpdate();
        }
    }
}
