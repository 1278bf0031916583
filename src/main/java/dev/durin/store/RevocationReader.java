package dev.durin.store;

import dev.durin.config.Part;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Reads from {@code durin_revocation} what other nodes have ended or changed, each row once. Thread-safe.
 *
 * <p>Rows are seen in the order of their commits, not of the moments that they carry. So each read goes back a while
 * before the one before, and what was read already is known by its id.
 */
@Part
public class RevocationReader {

    /** Longer than a transaction of Durin's takes from its last statement to its end. */
    static final Duration OVERLAP = Duration.ofMinutes(2);

    /** Of rows of this node's own, which are read in vain beyond that; that harms nothing. */
    private static final int MOST_SKIPPED = 100_000;

    private static final long NEVER = Long.MAX_VALUE;

    private final DurinDataSource dataSource;
    private final Schema schema;
    private final Set<Long> skipped = ConcurrentHashMap.newKeySet();
    private Set<Long> seen = Set.of();
    private volatile long lastRead = NEVER;

    @Inject
    RevocationReader(DurinDataSource dataSource, Schema schema) {
        this.dataSource = dataSource;
        this.schema = schema;
    }

    /**
     * Has heeded what was ended or changed since the last call that returned; at the first call, what was in the last
     * minutes. What could not be read or heeded comes again at the next call.
     *
     * @param heed is given what the other nodes have written, and this one if it was not sure of its commit
     * @throws StoreUnavailableException when it cannot be read
     */
    public synchronized void readNew(Consumer<List<Revocation>> heed) {
        Read read = read();
        heed.accept(read.revocations);
        seen = read.ids;
        skipped.removeAll(read.ids);
        lastRead = read.time;
    }

    private Read read() {
        // Not by the persistence unit: nothing is written, and outside of a transaction nothing can be held.
        try (Connection connection = dataSource.lookup().getConnection()) {
            // First the time, then the rows: what is not to be seen yet is not older than that.
            long now = now(connection);
            // The clock of the database may have been set back.
            return readSince(connection, Math.min(now, lastRead) - OVERLAP.toMillis(), now);
        } catch (SQLException e) {
            throw new StoreUnavailableException("The database failed while Durin tried to read revocations", e);
        }
    }

    private long now(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                        "SELECT " + schema.database().clock());
                ResultSet clock = statement.executeQuery()) {
            clock.next();
            return (long) clock.getDouble(1);
        }
    }

    private Read readSince(Connection connection, long since, long now) throws SQLException {
        Set<Long> found = new HashSet<>();
        List<Revocation> revocations = new ArrayList<>();
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT id, kind, subject FROM durin_revocation WHERE recorded >= ?")) {
            statement.setLong(1, since);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    long id = rows.getLong(1);
                    found.add(id);
                    if (!seen.contains(id) && !skipped.contains(id)) {
                        revocations.add(revocation(rows.getString(2), rows.getString(3)));
                    }
                }
            }
        }
        return new Read(revocations, found, now);
    }

    /** Passes by rows of this node's own, which it has heeded already. */
    void skip(List<Long> ids) {
        if (lastRead != NEVER && skipped.size() < MOST_SKIPPED) {
            skipped.addAll(ids);
        }
    }

    /** How a kind is written. */
    static String text(Revocation.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** What cannot be read as what it should be may be anything. */
    private static Revocation revocation(String kind, String subject) {
        return Arrays.stream(Revocation.Kind.values())
                .filter(known -> text(known).equals(kind))
                .filter(known -> known != Revocation.Kind.CLIENT || subject.matches("-?\\d{1,18}"))
                .findFirst()
                .map(known -> new Revocation(known, subject))
                .orElse(new Revocation(Revocation.Kind.UNKNOWN, subject));
    }

    /** What a look has found: what is new, the ids of all in the window, and the time of the database. */
    private record Read(List<Revocation> revocations, Set<Long> ids, long time) {}
}
