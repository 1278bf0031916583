package dev.durin.store;

import dev.durin.config.ConfigurationException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The kinds of database that Durin has scripts for. */
enum Database {
    /** H2, embedded or as a server. */
    H2("H2") {
        @Override
        String clock() {
            return "EXTRACT(EPOCH FROM CURRENT_TIMESTAMP) * 1000";
        }

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
        String insertOnce(String table, String column) {
            return "MERGE INTO " + table + " (" + column + ") KEY (" + column + ") VALUES (?)";
        }

        /** It looks whether the row is there, and another transaction may remove it before this one has committed. */
        @Override
        boolean keepsReferencedRows() {
            return false;
        }

        @Override
        boolean isEmbedded(String url) {
            String lower = url.toLowerCase(Locale.ROOT);
            return !lower.startsWith("jdbc:h2:tcp:") && !lower.startsWith("jdbc:h2:ssl:");
        }

        @Override
        Optional<String> foldingOfNames(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet folding = statement.executeQuery("SELECT column_name FROM information_schema.columns"
                            + " WHERE table_schema = CURRENT_SCHEMA AND LOWER(table_name) IN ('durin_client', 'durin_token', 'durin_usage', 'durin_caller', 'durin_account')"
                            + " AND data_type LIKE '%IGNORECASE%'")) {
                return folding.next()
                        ? Optional.of("this database was opened with IGNORECASE=TRUE, so that Alice and alice would"
                                + " share tokens. Let durin.datasource lead to a database without it.")
                        : Optional.empty();
            }
        }
    },
    /** PostgreSQL 12 or later. */
    POSTGRESQL("PostgreSQL") {
        @Override
        String clock() {
            return "EXTRACT(EPOCH FROM CLOCK_TIMESTAMP()) * 1000";
        }

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

        @Override
        String insertOnce(String table, String column) {
            return "INSERT INTO " + table + " (" + column + ") VALUES (?) ON CONFLICT DO NOTHING";
        }

        @Override
        String byCodePoints(String column) {
            return column + " COLLATE \"C\"";
        }
    },
    /** MariaDB 10.6 or later, the first that can pass by rows that another node has locked. */
    MARIADB("MariaDB") {
        @Override
        String clock() {
            // Not by local time, of which there is an hour twice a year.
            return "TIMESTAMPDIFF(MICROSECOND, '1970-01-01', UTC_TIMESTAMP(6)) DIV 1000";
        }

        /** A lock of the session: it outlives the statements that change tables, each of which ends a transaction. */
        @Override
        void lock(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet got = statement.executeQuery("SELECT GET_LOCK(" + LOCK_OF_SCHEMA + ", 60)")) {
                if (!got.next() || got.getInt(1) != 1) {
                    throw new SQLException("another node has held the lock on them for a minute");
                }
            }
        }

        /** The connection goes back into a pool, where the session lives on. */
        @Override
        void unlock(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SELECT RELEASE_LOCK(" + LOCK_OF_SCHEMA + ")");
            }
        }

        @Override
        boolean isEmbedded(String url) {
            return false;
        }

        @Override
        String insertOnce(String table, String column) {
            return "INSERT IGNORE INTO " + table + " (" + column + ") VALUES (?)";
        }

        /** For many ids it may read the whole table, and lock what others are at, unless it is told not to. */
        @Override
        String deleteFrom(String table) {
            return "DELETE t FROM " + table + BY_IDS;
        }

        @Override
        String byIds(String table) {
            return table + BY_IDS;
        }

        @Override
        void requireVersion(DatabaseMetaData metaData) throws SQLException {
            int major = metaData.getDatabaseMajorVersion();
            int minor = metaData.getDatabaseMinorVersion();
            if (major < 10 || (major == 10 && minor < 6)) {
                throw new ConfigurationException("durin.datasource leads to MariaDB " + major + "." + minor
                        + ", and Durin needs 10.6 or later. Upgrade it, or let durin.datasource lead elsewhere.");
            }
        }

        /** All but this collation take some names for others: by case, by accent, or by spaces at the end. */
        @Override
        Optional<String> foldingOfNames(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet folding = statement.executeQuery("SELECT table_name, column_name, collation_name"
                            + " FROM information_schema.columns WHERE table_schema = DATABASE()"
                            + " AND table_name IN ('durin_client', 'durin_token', 'durin_usage', 'durin_caller', 'durin_account')"
                            + " AND collation_name <> 'utf8mb4_nopad_bin'"
                            + " ORDER BY table_name, ordinal_position")) {
                if (!folding.next()) {
                    return Optional.empty();
                }
                String table = folding.getString(1);
                return Optional.of("the column " + table + "." + folding.getString(2) + " has the collation "
                        + folding.getString(3) + ", so that Alice and alice would share tokens, or \"alice\" and"
                        + " \"alice \". Give it its collation back: ALTER TABLE " + table
                        + " CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin");
            }
        }
    };

    /** The name of the lock, as a number that nobody else is likely to use: "durin" in hexadecimal. */
    private static final long LOCK = 0x647572696eL;

    private static final String BY_IDS = " t FORCE INDEX (PRIMARY)";

    /** The name of the lock where locks are the server's and not the database's; a database's own may be too long. */
    private static final String LOCK_OF_SCHEMA = "CONCAT('durin_', MD5(DATABASE()))";

    private final String productName;

    Database(String productName) {
        this.productName = productName;
    }

    /** Makes this connection the only one that changes Durin's tables, until {@link #unlock} and its transaction's end. */
    abstract void lock(Connection connection) throws SQLException;

    /** Gives back what the end of the transaction does not. */
    void unlock(Connection connection) throws SQLException {}

    /** What the database has to be asked for its time, in epoch milliseconds. */
    abstract String clock();

    /** A statement that makes a row with this one value, its key, unless it is there. */
    abstract String insertOnce(String table, String column);

    /** Whether it keeps a row that a new one refers to from being removed before the new one is committed. */
    boolean keepsReferencedRows() {
        return true;
    }

    /** How a statement begins that removes rows by their ids and looks at no others. */
    String deleteFrom(String table) {
        return "DELETE FROM " + table;
    }

    /** How a table is named in a statement that finds rows by their ids and looks at no others. */
    String byIds(String table) {
        return table;
    }

    /** How a column of text is named where it is compared by code points, whatever the collation of the database is. */
    String byCodePoints(String column) {
        return column;
    }

    /** Whether a database at this URL lives inside this server. */
    abstract boolean isEmbedded(String url);

    /**
     * Looks whether the database is new enough.
     *
     * @throws ConfigurationException when it is not
     */
    void requireVersion(DatabaseMetaData metaData) throws SQLException {}

    /** Why the tables take some names for others, and what to do about it; empty when they tell all names apart. */
    Optional<String> foldingOfNames(Connection connection) throws SQLException {
        return Optional.empty();
    }

    /** The folder of its scripts. */
    String folder() {
        return "META-INF/durin/db/" + name().toLowerCase(Locale.ROOT) + "/";
    }

    /**
     * The kind of a database.
     *
     * @throws ConfigurationException when Durin has no scripts for it, or it is too old
     */
    static Database of(DatabaseMetaData metaData) throws SQLException {
        String product = metaData.getDatabaseProductName();
        Database found = Arrays.stream(values())
                .filter(database -> database.productName.equalsIgnoreCase(product))
                .findFirst()
                .orElseThrow(() -> new ConfigurationException("durin.datasource leads to " + product
                        + ", for which Durin has no tables; it has them for "
                        + Arrays.stream(values()).map(d -> d.productName).collect(Collectors.joining(", "))));
        found.requireVersion(metaData);
        return found;
    }
}
