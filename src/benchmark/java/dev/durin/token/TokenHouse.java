package dev.durin.token;

import dev.durin.config.Settings;
import dev.durin.config.TestSettings;
import dev.durin.spi.CallerStatus;
import dev.durin.spi.TimeSource;
import dev.durin.store.BenchmarkStore;
import dev.durin.store.GroupText;
import dev.durin.store.OwnTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.h2.jdbcx.JdbcConnectionPool;

/** What checks tokens, put together without a server, on a database with tokens as they are found in the world. */
public final class TokenHouse implements AutoCloseable {

    private static final long CLIENT = 1;
    private static final int BATCH = 1_000;

    private final JdbcConnectionPool dataSource;
    private final TimeSource time = Instant::now;
    private final TokenFormat format = new TokenFormat("", 64);
    private final TokenKey key = TestTokens.key(1);
    private final BenchmarkStore store;
    private final TokenStore tokens;
    private final OwnTransaction transaction;

    /** Makes the tables where they are missing. */
    public TokenHouse(JdbcConnectionPool dataSource) {
        this.dataSource = dataSource;
        this.store = new BenchmarkStore(dataSource, settings(Map.of()), time, entities());
        this.transaction = store.transaction();
        this.tokens = new TokenStore(store, null, null);
    }

    private static List<Class<?>> entities() {
        try {
            List<Class<?>> entities = new ArrayList<>(new TokenEntities().entityClasses());
            // Hidden in its package.
            entities.add(Class.forName("dev.durin.client.ClientEntity"));
            return entities;
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Settings settings(Map<String, String> settings) {
        return TestSettings.of(settings);
    }

    /** Adds tokens of a client, and says how they are written. */
    List<String> add(int count) throws SQLException {
        List<String> texts = new ArrayList<>(count);
        try (Connection connection = dataSource.getConnection()) {
            connection
                    .createStatement()
                    .execute("INSERT INTO durin_client (id, name, login_policy, enabled, created, declared)"
                            + " VALUES (1, 'web', 'NEW', TRUE, 0, TRUE)");
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO durin_token (id, selector, key_id,"
                    + " caller, client_id, slot, name, created, expiry, login_groups, store_id, caller_dn,"
                    + " caller_unique_id, login_address, login_user_agent)"
                    + " VALUES (?, ?, ?, ?, ?, ?, '', ?, ?, ?, 'ShopIdentityStore', '', '', ?, ?)")) {
                for (int number = 1; number <= count; number++) {
                    texts.add(add(insert, number));
                    if (number % BATCH == 0 || number == count) {
                        insert.executeBatch();
                    }
                }
            }
        }
        return texts;
    }

    private String add(PreparedStatement insert, int number) throws SQLException {
        String selector = format.newSelector();
        long now = time.now().toEpochMilli();
        insert.setLong(1, number);
        insert.setString(2, selector);
        insert.setString(3, key.id());
        insert.setString(4, "caller%07d@example.com".formatted(number));
        insert.setLong(5, CLIENT);
        insert.setString(6, selector);
        insert.setLong(7, now);
        insert.setLong(8, now + 86_400_000);
        insert.setString(9, GroupText.write(Set.of("user", "editor")));
        insert.setString(10, "203.0.113." + number % 256);
        insert.setString(
                11,
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36");
        insert.addBatch();
        return format.write(selector, key).reveal();
    }

    /** What checks tokens, with a cache of that size, zero for none. */
    TokenVerifier verifier(int cached) {
        Settings read = settings(Map.of(
                "durin.token.cache-timeout",
                cached == 0 ? "0" : "1d",
                "durin.token.cache-size",
                String.valueOf(Math.max(1, cached)),
                // There is nobody to hear of.
                "durin.feed.interval",
                "0"));
        CallerStatus active = caller -> true;
        return new TokenVerifier(
                transaction,
                tokens,
                texts(read),
                new TokenCache(read, time),
                new NoMoreGroups(),
                (caller, origin) -> true,
                active,
                null,
                time);
    }

    private TokenTexts texts(Settings settings) {
        return new TokenTexts(new TokenKeys(settings, transaction, null, store, time), settings) {
            @Override
            Optional<TokenFormat.Checked> check(String text) {
                return format.check(text, List.of(key));
            }
        };
    }

    TokenFormat format() {
        return format;
    }

    TokenKey key() {
        return key;
    }

    /** Reads a token's row as a check does. */
    public boolean look(String selector) {
        return transaction.run("check a token", () -> tokens.load(selector)).isPresent();
    }

    /** How many transactions there were. */
    long transactions() {
        return store.transactions();
    }

    /** With its connections. */
    @Override
    public void close() {
        store.close();
        dataSource.dispose();
    }

    /** As with an identity store that tells groups at the login alone. */
    private static final class NoMoreGroups implements CallerGroups {

        @Override
        public Set<String> current(String caller, CallerOrigin origin) {
            return Set.of();
        }

        @Override
        public boolean areToldWithoutLogin() {
            return false;
        }
    }
}
