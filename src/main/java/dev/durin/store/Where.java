package dev.durin.store;

import jakarta.persistence.Query;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Conditions of a query in SQL that all have to hold, with what stands for their question marks. Immutable: every method
 * answers others.
 */
public final class Where {

    /** No conditions. */
    public static final Where EVERYTHING = new Where(List.of(), List.of());

    private static final int BEFORE_SURROGATES = Character.MIN_SURROGATE - 1;

    private final List<String> conditions;
    private final List<Object> values;

    private Where(List<String> conditions, List<Object> values) {
        this.conditions = conditions;
        this.values = values;
    }

    /**
     * With one more condition.
     *
     * @param condition the condition, with question marks for values
     * @param more the values, in the order of the question marks
     * @return all of them
     */
    public Where and(String condition, Object... more) {
        return new Where(
                Stream.concat(conditions.stream(), Stream.of(condition)).toList(),
                Stream.concat(values.stream(), Stream.of(more)).toList());
    }

    /**
     * With the conditions of another one behind its own.
     *
     * @param other the other one
     * @return all of them
     */
    public Where and(Where other) {
        return new Where(
                Stream.concat(conditions.stream(), other.conditions.stream()).toList(),
                Stream.concat(values.stream(), other.values.stream()).toList());
    }

    /**
     * With the condition that a text begins with another one. It is a range and no pattern, so that an index finds it on
     * every database, and no character means anything but itself.
     *
     * @param column the column, as {@link EntityStore#byCodePoints} has it
     * @param beginning what it begins with; empty for anything
     * @return all of them
     */
    public Where andBeginsWith(String column, String beginning) {
        if (beginning.isEmpty()) {
            return this;
        }
        if (beginning.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(beginning)) {
            // No column has it, and not every database would take it as a parameter.
            return and("1 = 0");
        }
        Where from = and(column + " >= ?", beginning);
        return firstAfter(beginning)
                .map(until -> from.and(column + " < ?", until))
                .orElse(from);
    }

    /** The first text, by code points, that comes after all that begin with another one; empty when none does. */
    static Optional<String> firstAfter(String beginning) {
        int[] points = beginning.codePoints().toArray();
        for (int last = points.length - 1; last >= 0; last--) {
            if (points[last] < Character.MAX_CODE_POINT) {
                int next = points[last] == BEFORE_SURROGATES ? Character.MAX_SURROGATE + 1 : points[last] + 1;
                return Optional.of(new String(points, 0, last) + Character.toString(next));
            }
        }
        return Optional.empty();
    }

    /**
     * The clause.
     *
     * @return the conditions behind {@code WHERE}, with a space before that; empty when there are none
     */
    public String sql() {
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    /**
     * Gives a query the values.
     *
     * @param query a query that has the clauses in this order
     * @param clauses the clauses
     * @return the query
     */
    public static Query bind(Query query, Where... clauses) {
        int at = 0;
        for (Where clause : clauses) {
            for (Object value : clause.values) {
                at++;
                query.setParameter(at, value);
            }
        }
        return query;
    }

    /** Without the values, which are nobody's business who reads a log. */
    @Override
    public String toString() {
        return "Where[" + String.join(" AND ", conditions) + "]";
    }
}
