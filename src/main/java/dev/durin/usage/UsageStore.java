package dev.durin.usage;

import dev.durin.store.EntityStore;
import dev.durin.usage.PendingUses.PendingCount;
import dev.durin.usage.PendingUses.PendingLastUse;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads and writes {@code durin_usage} and the columns of {@code durin_token} that tell the last use, inside a transaction
 * of whoever calls. In SQL: a batch is many statements on rows of which nothing else has to be known.
 *
 * <p>What is there is to be looked for in a transaction before the one that writes: on MariaDB a statement on a row that is
 * not there locks the place of others, too, such as of the next login.
 */
@Dependent
class UsageStore {

    private final EntityStore store;

    @Inject
    UsageStore(EntityStore store) {
        this.store = store;
    }

    /** Those of tokens that have not ended, and of which the table knows no later use. */
    List<PendingLastUse> news(List<PendingLastUse> uses) {
        List<?> rows = query(
                        "SELECT selector, last_used FROM durin_token WHERE id IN (" + places(uses.size()) + ")",
                        uses.stream().map(PendingLastUse::tokenId))
                .getResultList();
        var lastUsed = rows.stream()
                .map(Object[].class::cast)
                .collect(Collectors.toMap(
                        row -> (String) row[0], row -> row[1] == null ? Long.MIN_VALUE : number(row[1])));
        return uses.stream()
                .filter(use -> lastUsed.getOrDefault(use.selector().text(), Long.MAX_VALUE) < millis(use))
                .toList();
    }

    /** Forward alone: another node may know of a later one. And not into a row that another token has by now. */
    void write(PendingLastUse pending) {
        LastUse.At use = pending.use();
        query(
                        "UPDATE durin_token SET last_used = ?, last_address = ?, last_user_agent = ?"
                                + " WHERE id = ? AND selector = ? AND (last_used IS NULL OR last_used < ?)",
                        Stream.of(
                                millis(pending),
                                use.address(),
                                use.userAgent(),
                                pending.tokenId(),
                                pending.selector().text(),
                                millis(pending)))
                .executeUpdate();
    }

    /** Those of the keys that have a row, maybe among others. */
    Set<UsageKey> present(List<PendingCount> counts) {
        List<String> callers = distinct(counts.stream().map(count -> count.key().caller()));
        List<Long> days = distinct(counts.stream().map(count -> count.key().day()));
        List<?> rows = query(
                        "SELECT caller, client_id, epoch_day FROM durin_usage WHERE caller IN ("
                                + places(callers.size()) + ") AND epoch_day IN (" + places(days.size()) + ")",
                        Stream.concat(callers.stream(), days.stream()))
                .getResultList();
        return new HashSet<>(keys(rows));
    }

    /** Adds to a row; false when there is none. */
    boolean add(PendingCount count) {
        UsageKey key = count.key();
        return query(
                                "UPDATE durin_usage SET uses = uses + ? WHERE caller = ? AND client_id = ? AND epoch_day = ?",
                                Stream.of(count.uses(), key.caller(), key.clientId(), key.day()))
                        .executeUpdate()
                == 1;
    }

    /** A new row. */
    void insert(PendingCount count) {
        UsageKey key = count.key();
        query(
                        "INSERT INTO durin_usage (caller, client_id, epoch_day, uses) VALUES (?, ?, ?, ?)",
                        Stream.of(key.caller(), key.clientId(), key.day(), count.uses()))
                .executeUpdate();
    }

    /** What was counted on some days, of clients that there are. */
    List<DailyUses> daily(long from, long to) {
        List<?> rows = query(
                        "SELECT u.caller, c.name, u.epoch_day, u.uses FROM durin_usage u JOIN durin_client c ON c.id = u.client_id"
                                + " WHERE u.epoch_day BETWEEN ? AND ? ORDER BY u.epoch_day, u.uses DESC, u.caller, c.name",
                        Stream.of(from, to))
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new DailyUses(
                        (String) row[0], (String) row[1], LocalDate.ofEpochDay(number(row[2])), number(row[3])))
                .toList();
    }

    /** What was counted of each client on some days, of all callers. */
    List<ClientUses> byClient(long from, long to) {
        List<?> rows = query(
                        "SELECT c.name, u.epoch_day, SUM(u.uses) FROM durin_usage u JOIN durin_client c ON c.id = u.client_id"
                                + " WHERE u.epoch_day BETWEEN ? AND ? GROUP BY c.name, u.epoch_day ORDER BY u.epoch_day, c.name",
                        Stream.of(from, to))
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new ClientUses((String) row[0], LocalDate.ofEpochDay(number(row[1])), number(row[2])))
                .toList();
    }

    /** What was counted most on some days together. */
    List<TotalUses> most(long from, long to, int most) {
        List<?> rows = query(
                        "SELECT u.caller, c.name, SUM(u.uses) AS total FROM durin_usage u"
                                + " JOIN durin_client c ON c.id = u.client_id WHERE u.epoch_day BETWEEN ? AND ?"
                                + " GROUP BY u.caller, c.name ORDER BY total DESC, u.caller, c.name LIMIT " + most,
                        Stream.of(from, to))
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new TotalUses((String) row[0], (String) row[1], number(row[2])))
                .toList();
    }

    /** Some counts of days before this one. */
    List<UsageKey> before(long day, int most) {
        return some("epoch_day < ? ORDER BY epoch_day", day, most);
    }

    /** Some counts of a client. */
    List<UsageKey> ofClient(long clientId, int most) {
        return some("client_id = ?", clientId, most);
    }

    private List<UsageKey> some(String condition, long parameter, int most) {
        return keys(query(
                        "SELECT caller, client_id, epoch_day FROM durin_usage WHERE " + condition + " LIMIT " + most,
                        Stream.of(parameter))
                .getResultList());
    }

    /** Removes a row. */
    void remove(UsageKey key) {
        query(
                        "DELETE FROM durin_usage WHERE caller = ? AND client_id = ? AND epoch_day = ?",
                        Stream.of(key.caller(), key.clientId(), key.day()))
                .executeUpdate();
    }

    private static List<UsageKey> keys(List<?> rows) {
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new UsageKey((String) row[0], number(row[1]), number(row[2])))
                .toList();
    }

    private Query query(String sql, Stream<?> parameters) {
        Query query = store.entityManager().createNativeQuery(sql);
        List<?> values = parameters.toList();
        for (int at = 0; at < values.size(); at++) {
            query.setParameter(at + 1, values.get(at));
        }
        return query;
    }

    private static String places(int count) {
        return "?" + ", ?".repeat(count - 1);
    }

    private static <T> List<T> distinct(Stream<T> values) {
        return values.distinct().toList();
    }

    /** The providers and drivers have types of their own. */
    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    private static long millis(PendingLastUse pending) {
        return pending.use().time().toEpochMilli();
    }
}
