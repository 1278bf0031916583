package dev.durin.token;

import dev.durin.store.CappedCount;
import dev.durin.store.EntityStore;
import dev.durin.store.Where;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks for tokens by what operators know of them, inside a transaction of whoever calls.
 *
 * <p>It is counted first, and no further than {@link CappedCount#MOST}. Where there are few they are found by what they are
 * looked for by, and then put in order; where there are many, in the order, until there are enough. So neither takes long,
 * whatever the database guesses of how many there are.
 */
@Dependent
class TokenSearch {

    /** No bound: there are so many that they are read in the order of the list. */
    static final int UNSORTED = 0;

    private static final int ONE_TOO_MANY = CappedCount.MOST + 1;

    /**
     * How many that begin alike are still put in order. All of them may be the oldest ones, and whoever reads the newest
     * first would pass by all others before.
     */
    private static final int SORTED = 50_000;

    private final EntityStore store;

    @Inject
    TokenSearch(EntityStore store) {
        this.store = store;
    }

    /** How many rows meet conditions. */
    CappedCount count(Where where, String order) {
        return CappedCount.of(count(where, order, ONE_TOO_MANY));
    }

    private long count(Where where, String order, int most) {
        Query query = store.entityManager()
                .createNativeQuery("SELECT COUNT(*) FROM (SELECT id FROM durin_token" + where.sql() + order + " LIMIT "
                        + most + ") counted");
        return ((Number) Where.bind(query, where).getSingleResult()).longValue();
    }

    /** No more than how many have to be put in order, or {@link #UNSORTED}. */
    int bound(TokenQuery query, CappedCount count) {
        if (!count.capped()) {
            return ONE_TOO_MANY;
        }
        boolean inOrder =
                query.order() == TokenQuery.Order.CALLER && !query.caller().isEmpty();
        if (inOrder || (query.caller().isEmpty() && query.name().isEmpty())) {
            return UNSORTED;
        }
        return count(beginnings(query), index(query, null), SORTED + 1) <= SORTED ? SORTED + 1 : UNSORTED;
    }

    /**
     * How many tokens a query finds.
     *
     * @param client the client's id, or null for any
     */
    CappedCount count(TokenQuery query, @Nullable Long client, Instant now) {
        return count(where(query, client, now), index(query, client));
    }

    /**
     * The places of some tokens, from one on.
     *
     * @param client the client's id, or null for any
     * @param after behind which they begin, null for the first
     * @param bound no more than how many there are, or {@link #UNSORTED}
     */
    List<TokenPosition> find(
            TokenQuery query, @Nullable Long client, @Nullable TokenPosition after, int bound, int most, Instant now) {
        Where filter = where(query, client, now);
        Source source = bound != UNSORTED
                ? new Source(
                        "(SELECT id, created, expiry, caller FROM durin_token" + filter.sql() + index(query, client)
                                + " LIMIT " + bound + ") found",
                        filter,
                        Where.EVERYTHING)
                : new Source("durin_token", Where.EVERYTHING, filter);
        return query.order() == TokenQuery.Order.EXPIRY
                ? byExpiry(query, source, after, most, now)
                : find(query.order(), source, after(query.order(), after), order(query.order()), most);
    }

    /** First those that end, then those that never do: databases do not agree where nothing comes in an order. */
    private List<TokenPosition> byExpiry(
            TokenQuery query, Source source, @Nullable TokenPosition after, int most, Instant now) {
        long lastEndless = after != null && after.millis() == TokenPosition.NEVER ? after.id() : 0;
        List<TokenPosition> found = new ArrayList<>();
        if (lastEndless == 0) {
            Where behind = after == null ? ending(query, now) : behind(ending(query, now), "expiry", ">", after);
            found.addAll(find(query.order(), source, behind, " ORDER BY expiry, id", most));
        }
        if (found.size() < most && query.state() != TokenQuery.State.EXPIRED) {
            Where behind = Where.EVERYTHING.and("expiry IS NULL").and("id > ?", lastEndless);
            found.addAll(find(query.order(), source, behind, " ORDER BY id", most - found.size()));
        }
        return found;
    }

    /** Those that end at some time; said so that the index begins with the first of them. */
    private static Where ending(TokenQuery query, Instant now) {
        return query.state() == TokenQuery.State.LIVE
                ? Where.EVERYTHING.and("expiry > ?", now.toEpochMilli())
                : Where.EVERYTHING.and("expiry IS NOT NULL");
    }

    private List<TokenPosition> find(TokenQuery.Order order, Source source, Where behind, String orderBy, int most) {
        Where outer = source.outer.and(behind);
        Query query = store.entityManager()
                .createNativeQuery("SELECT id, created, expiry, caller FROM " + source.table + outer.sql() + orderBy
                        + " LIMIT " + most);
        List<?> rows = Where.bind(query, source.inner, outer).getResultList();
        return rows.stream().map(row -> position(order, (Object[]) row)).toList();
    }

    private static TokenPosition position(TokenQuery.Order order, Object[] row) {
        Object millis = order == TokenQuery.Order.EXPIRY ? row[2] : row[1];
        return new TokenPosition(
                order,
                millis == null ? TokenPosition.NEVER : ((Number) millis).longValue(),
                ((Number) row[0]).longValue(),
                (String) row[3]);
    }

    private Where beginnings(TokenQuery query) {
        Where where = Where.EVERYTHING.andBeginsWith(store.byCodePoints("caller"), query.caller());
        // One index has those alone that have a name.
        return query.name().isEmpty()
                ? where
                : where.and("name <> ''").andBeginsWith(store.byCodePoints("name"), query.name());
    }

    private Where where(TokenQuery query, @Nullable Long client, Instant now) {
        Where where = beginnings(query);
        if (client != null) {
            where = where.and("client_id = ?", client);
        }
        return switch (query.state()) {
            case LIVE -> where.and("(expiry IS NULL OR expiry > ?)", now.toEpochMilli());
            case EXPIRED -> where.and("expiry <= ?", now.toEpochMilli());
            case ALL -> where;
        };
    }

    /** An order that the database finds in the index of what is likely to leave the fewest. */
    private String index(TokenQuery query, @Nullable Long client) {
        if (!query.caller().isEmpty()) {
            return " ORDER BY " + store.byCodePoints("caller") + ", id";
        }
        if (!query.name().isEmpty()) {
            return " ORDER BY " + store.byCodePoints("name") + ", id";
        }
        if (query.state() == TokenQuery.State.EXPIRED) {
            return " ORDER BY expiry, id";
        }
        return client == null ? "" : " ORDER BY client_id, created, id";
    }

    private Where after(TokenQuery.Order order, @Nullable TokenPosition after) {
        if (after == null) {
            return Where.EVERYTHING;
        }
        return switch (order) {
            case NEWEST -> behind(Where.EVERYTHING, "created", "<", after);
            case OLDEST -> behind(Where.EVERYTHING, "created", ">", after);
            case CALLER -> behind(Where.EVERYTHING, store.byCodePoints("caller"), ">", after);
            case EXPIRY -> throw new IllegalArgumentException("in two parts");
        };
    }

    /** Written out, because not every database finds a comparison of rows in an index. */
    private static Where behind(Where where, String column, String direction, TokenPosition after) {
        Object value = after.order() == TokenQuery.Order.CALLER ? after.caller() : after.millis();
        return where.and(column + " " + direction + "= ?", value)
                .and("(" + column + " " + direction + " ? OR id " + direction + " ?)", value, after.id());
    }

    private String order(TokenQuery.Order order) {
        return switch (order) {
            case NEWEST -> " ORDER BY created DESC, id DESC";
            case OLDEST -> " ORDER BY created, id";
            case CALLER -> " ORDER BY " + store.byCodePoints("caller") + ", id";
            case EXPIRY -> " ORDER BY expiry, id";
        };
    }

    /**
     * Where tokens are looked for.
     *
     * @param table a table, or a query in its place
     * @param inner the conditions that are in it already
     * @param outer those that are not
     */
    private record Source(String table, Where inner, Where outer) {}
}
