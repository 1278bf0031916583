package dev.durin.token;

import dev.durin.store.CappedCount;
import dev.durin.store.EntityStore;
import dev.durin.store.Where;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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

    /**
     * What is looked for, and by what. Where an operator has told several things, by what leaves the fewest.
     *
     * @param client the client's id, or null for any
     */
    Wanted wanted(TokenQuery query, @Nullable Long client, Instant now) {
        // A range has the order of that index alone; for the one client the order of all tokens would do as well.
        Where range =
                client == null ? Where.EVERYTHING : Where.EVERYTHING.and("client_id BETWEEN ? AND ?", client, client);
        Where exact = client == null ? Where.EVERYTHING : Where.EVERYTHING.and("client_id = ?", client);
        List<Way> ways = ways(query, range, now);
        Way way = ways.size() < 2
                ? ways.stream().findFirst().orElse(Way.NONE)
                : ways.stream()
                        .map(this::counted)
                        .min(Comparator.comparingLong(Way::rows))
                        .orElse(Way.NONE);
        return new Wanted(query, where(query, exact, now), where(query, range, now), way, now);
    }

    /** Each condition that an index serves; of several that leave as many, the first is taken. */
    private List<Way> ways(TokenQuery query, Where ofClient, Instant now) {
        List<Way> ways = new ArrayList<>();
        if (!query.caller().isEmpty()) {
            ways.add(Way.by(ofCaller(query), order(TokenQuery.Order.CALLER), TokenQuery.Order.CALLER));
        }
        if (!query.name().isEmpty()) {
            ways.add(Way.by(ofName(query), " ORDER BY " + store.byCodePoints("name") + ", id"));
        }
        if (query.state() == TokenQuery.State.EXPIRED) {
            Where expired = Where.EVERYTHING.and("expiry <= ?", now.toEpochMilli());
            ways.add(Way.by(expired, order(TokenQuery.Order.EXPIRY), TokenQuery.Order.EXPIRY));
        }
        if (!ofClient.sql().isEmpty()) {
            ways.add(Way.by(
                    ofClient, " ORDER BY client_id, created, id", TokenQuery.Order.NEWEST, TokenQuery.Order.OLDEST));
        }
        return ways;
    }

    private Way counted(Way way) {
        return way.rows() == Way.UNCOUNTED ? way.of(count(way.where(), way.order(), SORTED + 1)) : way;
    }

    /** No more than how many have to be put in order, or {@link #UNSORTED}. */
    int bound(Wanted wanted, CappedCount count) {
        if (!count.capped()) {
            return ONE_TOO_MANY;
        }
        Way way = wanted.way();
        if (way.isFew()) {
            return SORTED + 1;
        }
        if (way.equals(Way.NONE) || way.gives().contains(wanted.query().order())) {
            return UNSORTED;
        }
        return counted(way).rows() <= SORTED ? SORTED + 1 : UNSORTED;
    }

    /** How many tokens are found. */
    CappedCount count(Wanted wanted) {
        Way way = wanted.way();
        if (!way.isFew()) {
            return count(wanted.pinned(), way.order());
        }
        Query query = store.entityManager()
                .createNativeQuery("SELECT COUNT(*) FROM (SELECT id FROM " + rows(way.where(), way.order(), SORTED + 1)
                        + wanted.filter().sql() + " LIMIT " + ONE_TOO_MANY + ") counted");
        Object found = Where.bind(query, way.where(), wanted.filter()).getSingleResult();
        return CappedCount.of(((Number) found).longValue());
    }

    /**
     * The places of some tokens, from one on.
     *
     * @param after behind which they begin, null for the first
     * @param bound no more than how many there are, or {@link #UNSORTED}
     */
    List<TokenPosition> find(Wanted wanted, @Nullable TokenPosition after, int bound, int most) {
        TokenQuery query = wanted.query();
        Source source = source(wanted, bound);
        return query.order() == TokenQuery.Order.EXPIRY
                ? byExpiry(query, source, after, most, wanted.now())
                : find(query.order(), source, after(query.order(), after), order(query.order()), most);
    }

    private static Source source(Wanted wanted, int bound) {
        if (bound == UNSORTED) {
            return new Source("durin_token", Where.EVERYTHING, wanted.filter());
        }
        Way way = wanted.way();
        // Where few are found by one condition, the others must not mislead the database into beginning with them.
        return way.isFew()
                ? new Source(rows(way.where(), way.order(), SORTED + 1), way.where(), wanted.filter())
                : new Source(rows(wanted.pinned(), way.order(), bound), wanted.pinned(), Where.EVERYTHING);
    }

    private static String rows(Where where, String order, int most) {
        return "(SELECT id, created, expiry, caller, name, client_id FROM durin_token" + where.sql() + order + " LIMIT "
                + most + ") found";
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

    private Where ofCaller(TokenQuery query) {
        return Where.EVERYTHING.andBeginsWith(store.byCodePoints("caller"), query.caller());
    }

    /** One index has those alone that have a name. */
    private Where ofName(TokenQuery query) {
        return query.name().isEmpty()
                ? Where.EVERYTHING
                : Where.EVERYTHING.and("name <> ''").andBeginsWith(store.byCodePoints("name"), query.name());
    }

    private Where where(TokenQuery query, Where ofClient, Instant now) {
        Where where = ofCaller(query).and(ofName(query)).and(ofClient);
        return switch (query.state()) {
            case LIVE -> where.and("(expiry IS NULL OR expiry > ?)", now.toEpochMilli());
            case EXPIRED -> where.and("expiry <= ?", now.toEpochMilli());
            case ALL -> where;
        };
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
     * What is looked for, and by what.
     *
     * @param query what an operator has told
     * @param filter the conditions of that
     * @param pinned the same, said so that the order of the way pins its index
     * @param way by which of them it is found
     * @param now the time of the request
     */
    record Wanted(TokenQuery query, Where filter, Where pinned, Way way, Instant now) {}

    /**
     * A condition that an index serves.
     *
     * @param where the condition, which is one of several
     * @param order an order that the database finds in that index; empty when there is none
     * @param gives the orders of lists in which that index has the tokens
     * @param rows how many meet it, as far as they were counted, or {@link #UNCOUNTED}
     */
    private record Way(Where where, String order, List<TokenQuery.Order> gives, long rows) {

        static final long UNCOUNTED = -1;
        static final Way NONE = by(Where.EVERYTHING, "");

        static Way by(Where where, String order, TokenQuery.Order... gives) {
            return new Way(where, order, List.of(gives), UNCOUNTED);
        }

        Way of(long count) {
            return new Way(where, order, gives, count);
        }

        /** Whether it is known that so few meet it that they can be put in order. */
        boolean isFew() {
            return rows != UNCOUNTED && rows <= SORTED;
        }
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
