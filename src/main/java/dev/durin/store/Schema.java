package dev.durin.store;

import dev.durin.config.ConfigurationException;
import dev.durin.config.Configured;
import dev.durin.config.Part;
import dev.durin.config.SchemaMode;
import dev.durin.config.Settings;
import dev.durin.spi.TimeSource;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Brings Durin's tables to the version of this JAR, or says why it cannot. */
@Part
class Schema {

    private static final Logger LOGGER = System.getLogger(Schema.class.getName());

    private final SchemaMode mode;
    private final TimeSource time;
    private volatile boolean embedded;
    private volatile @Nullable Database database;
    private volatile @Nullable StoreDescription description;

    @Inject
    Schema(Settings settings, @Configured TimeSource time) {
        this.mode = settings.store().schema();
        this.time = time;
    }

    boolean isEmbedded() {
        return embedded;
    }

    /**
     * The kind of the database.
     *
     * @throws IllegalStateException before {@link #prepare}
     */
    Database database() {
        Database known = database;
        if (known == null) {
            throw new IllegalStateException("Durin has not looked at its database: the application is starting");
        }
        return known;
    }

    Optional<StoreDescription> description() {
        return Optional.ofNullable(description);
    }

    /**
     * Does at start-up what {@code durin.schema} says.
     *
     * @throws ConfigurationException when the tables cannot be used as they are
     */
    void prepare(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            Database found = Database.of(connection.getMetaData());
            database = found;
            embedded = found.isEmbedded(connection.getMetaData().getURL());
            if (mode == SchemaMode.APPLY && version(connection) != SchemaScript.LATEST) {
                applyUnderLock(found, dataSource);
            }
            if (mode != SchemaMode.NONE) {
                check(found, connection);
            }
            description = describe(found, connection);
        } catch (SQLException e) {
            throw new ConfigurationException("Durin cannot prepare its tables: " + e.getMessage()
                    + ". Is the database of durin.datasource up, and may its user create tables? With"
                    + " durin.schema=validate Durin only checks tables that somebody else made.");
        }
    }

    /** Locks on one connection and works on another: statements that change tables end a transaction on some databases. */
    private static void applyUnderLock(Database database, DataSource dataSource) throws SQLException {
        try (Connection lock = dataSource.getConnection();
                Connection work = dataSource.getConnection()) {
            lock.setAutoCommit(false);
            try {
                database.lock(lock);
                applyAndUnlock(database, work, lock);
            } finally {
                lock.rollback();
                lock.setAutoCommit(true);
            }
        }
    }

    private static void applyAndUnlock(Database database, Connection work, Connection lock) throws SQLException {
        try {
            applyMissing(database, work);
        } finally {
            database.unlock(lock);
        }
    }

    private static void applyMissing(Database database, Connection connection) throws SQLException {
        int present = version(connection);
        for (SchemaScript script : SchemaScript.ALL) {
            if (script.version() > present) {
                apply(script.statements(database), connection);
                LOGGER.log(Level.INFO, "The tables of Durin are now at version {0}", script.version());
            }
        }
    }

    /** In one transaction, which some databases keep for statements that change tables, too. */
    private static void apply(List<String> statements, Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static void check(Database database, Connection connection) throws SQLException {
        int present = version(connection);
        if (present > SchemaScript.LATEST) {
            throw new ConfigurationException("Durin's tables are at version " + present
                    + ", this JAR knows them up to version " + SchemaScript.LATEST
                    + ". Deploy the newer Durin that made them, or point durin.datasource elsewhere.");
        }
        if (present < SchemaScript.LATEST) {
            throw new ConfigurationException("Durin's tables are at version " + present + ", this JAR needs version "
                    + SchemaScript.LATEST + ". Run the scripts of META-INF/durin/db in the JAR, or set"
                    + " durin.schema=apply.");
        }
        SchemaColumns.check(connection);
        SchemaColumns.requireExactNames(database, connection);
    }

    private StoreDescription describe(Database database, Connection connection) throws SQLException {
        DatabaseMetaData metaData = connection.getMetaData();
        try (Statement statement = connection.createStatement();
                ResultSet clock = statement.executeQuery("SELECT " + database.clock())) {
            clock.next();
            return new StoreDescription(
                    metaData.getDatabaseProductName() + " " + metaData.getDatabaseProductVersion(),
                    readableVersion(connection),
                    Duration.between(time.now(), Instant.ofEpochMilli((long) clock.getDouble(1))));
        }
    }

    /** With {@code durin.schema=none} nobody says that Durin may read the table that has it. */
    private static OptionalInt readableVersion(Connection connection) {
        try {
            return OptionalInt.of(version(connection));
        } catch (SQLException e) {
            LOGGER.log(Level.DEBUG, "The version of the tables cannot be read", e);
            return OptionalInt.empty();
        }
    }

    /** The version of the tables, 0 when there are none. */
    private static int version(Connection connection) throws SQLException {
        if (!SchemaColumns.exists(connection, "durin_schema_history")) {
            return 0;
        }
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT MAX(version) FROM durin_schema_history")) {
            return result.next() ? result.getInt(1) : 0;
        }
    }
}
