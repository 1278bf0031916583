package dev.durin.store;

import dev.durin.config.ConfigurationException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The kinds of database that Durin has scripts for. */
enum Database {
    /** H2, embedded or as a server. */
    H2("H2") {
        @Override
        void lock(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE IF NOT EXISTS durin_schema_lock (id INT PRIMARY KEY)");
                insertLockRow(statement);
                connection.commit();
                // Another node may be at work for as long as a minute; after that something is wrong.
                statement.execute("SELECT id FROM durin_schema_lock WHERE id = 1 FOR UPDATE WAIT 60");
            }
        }

        /** Not by MERGE, which waits for a lock on the row that is there, but only as long as H2 waits by default. */
        private void insertLockRow(Statement statement) throws SQLException {
            try {
                statement.execute("INSERT INTO durin_schema_lock SELECT 1 WHERE NOT EXISTS"
                        + " (SELECT id FROM durin_schema_lock)");
            } catch (SQLException e) {
                if (!StoreFailures.isConstraintViolation(e)) {
                    throw e;
                }
                // Another node has put it there just now, which is as good.
            }
        }

        @Override
        boolean isEmbedded(String url) {
            String lower = url.toLowerCase(Locale.ROOT);
            return !lower.startsWith("jdbc:h2:tcp:") && !lower.startsWith("jdbc:h2:ssl:");
        }
    },
    /** PostgreSQL 12 or later. */
    POSTGRESQL("PostgreSQL") {
        @Override
        void lock(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SELECT pg_advisory_xact_lock(" + LOCK + ")");
            }
        }

        @Override
        boolean isEmbedded(String url) {
            return false;
        }
    };

    /** The name of the lock, as a number that nobody else is likely to use: "durin" in hexadecimal. */
    private static final long LOCK = 0x647572696eL;

    private final String productName;

    Database(String productName) {
        this.productName = productName;
    }

    /** Makes this connection's transaction the only one that changes Durin's tables, until it ends. */
    abstract void lock(Connection connection) throws SQLException;

    /** Whether a database at this URL lives inside this server. */
    abstract boolean isEmbedded(String url);

    /** The folder of its scripts. */
    String folder() {
        return "META-INF/durin/db/" + name().toLowerCase(Locale.ROOT) + "/";
    }

    /**
     * The kind of a database.
     *
     * @throws ConfigurationException when Durin has no scripts for it
     */
    static Database of(DatabaseMetaData metaData) throws SQLException {
        String product = metaData.getDatabaseProductName();
        return Arrays.stream(values())
                .filter(database -> database.productName.equalsIgnoreCase(product))
                .findFirst()
                .orElseThrow(() -> new ConfigurationException("durin.datasource leads to " + product
                        + ", for which Durin has no tables; it has them for "
                        + Arrays.stream(values()).map(d -> d.productName).collect(Collectors.joining(", "))));
    }
}
