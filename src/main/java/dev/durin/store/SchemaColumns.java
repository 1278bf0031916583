package dev.durin.store;

import dev.durin.config.ConfigurationException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The columns that this JAR reads and writes. */
final class SchemaColumns {

    private static final Map<String, List<String>> NEEDED = new TreeMap<>(Map.ofEntries(
            Map.entry(
                    "durin_client",
                    List.of(
                            "id",
                            "name",
                            "token_ttl",
                            "throttle_rate",
                            "login_policy",
                            "max_per_caller",
                            "at_limit",
                            "enabled",
                            "created",
                            "declared")),
            Map.entry(
                    "durin_token",
                    List.of(
                            "id",
                            "selector",
                            "key_id",
                            "caller",
                            "client_id",
                            "slot",
                            "name",
                            "created",
                            "expiry",
                            "login_groups",
                            "store_id",
                            "caller_dn",
                            "caller_unique_id",
                            "login_address",
                            "login_user_agent",
                            "last_used",
                            "last_address",
                            "last_user_agent")),
            Map.entry("durin_key", List.of("id", "secret", "created")),
            Map.entry("durin_usage", List.of("caller", "client_id", "epoch_day", "uses")),
            Map.entry("durin_lock", List.of("name")),
            Map.entry("durin_revocation", List.of("id", "recorded", "kind", "subject")),
            Map.entry("durin_caller", List.of("caller", "generation")),
            Map.entry("durin_scoped_revocation", List.of("id", "expiry")),
            Map.entry(
                    "durin_account",
                    List.of(
                            "id",
                            "name",
                            "natural_name",
                            "mail",
                            "password_hash",
                            "state",
                            "caller_groups",
                            "confirmed_mail",
                            "confirmed_at",
                            "password_changed",
                            "created",
                            "unconfirmed_until")),
            Map.entry(
                    "durin_mailed_link",
                    List.of("selector", "key_id", "account_id", "purpose", "mail", "created", "expiry", "used")),
            Map.entry(
                    "durin_mail",
                    List.of(
                            "id",
                            "kind",
                            "caller",
                            "mail",
                            "language",
                            "link",
                            "attempts",
                            "next_attempt",
                            "created"))));

    private SchemaColumns() {}

    /**
     * Looks whether all are there.
     *
     * @throws ConfigurationException when one is missing
     */
    static void check(Connection connection) throws SQLException {
        for (Map.Entry<String, List<String>> table : NEEDED.entrySet()) {
            Set<String> present = columns(connection, table.getKey());
            List<String> missing = table.getValue().stream()
                    .filter(column -> !present.contains(column))
                    .toList();
            if (!missing.isEmpty()) {
                throw new ConfigurationException("Durin's table " + table.getKey() + " was changed: it has no column "
                        + String.join(", ", missing) + ". Bring it back as the scripts of META-INF/durin/db in the JAR"
                        + " have it, or point durin.datasource at another database.");
            }
        }
    }

    /**
     * Looks whether the tables tell all names apart: if not, two callers would share tokens.
     *
     * @throws ConfigurationException when they do not
     */
    static void requireExactNames(Database database, Connection connection) throws SQLException {
        Optional<String> folding = database.foldingOfNames(connection);
        if (folding.isPresent()) {
            throw new ConfigurationException("Durin's tables do not tell all names apart: " + folding.get());
        }
    }

    /** Whether a table is there. */
    static boolean exists(Connection connection, String table) throws SQLException {
        return !columns(connection, table).isEmpty();
    }

    private static Set<String> columns(Connection connection, String table) throws SQLException {
        DatabaseMetaData metaData = connection.getMetaData();
        String name = metaData.storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
        Set<String> columns = new HashSet<>();
        try (ResultSet found = metaData.getColumns(connection.getCatalog(), connection.getSchema(), name, null)) {
            while (found.next()) {
                columns.add(found.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return columns;
    }
}
