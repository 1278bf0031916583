package dev.durin.token;

import dev.durin.event.ExpirySource;
import dev.durin.event.RevocationReason;
import dev.durin.event.TokenExpired;
import dev.durin.event.TokenRevoked;
import dev.durin.store.Announcer;
import dev.durin.store.EntityStore;
import dev.durin.store.Revocation;
import dev.durin.store.Where;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Ends many tokens in few statements, inside a transaction of whoever calls: it locks their rows, removes them, and then
 * announces each.
 */
@Dependent
class TokenSweep {

    private static final String COLUMNS = "id, selector, caller, client_id, expiry";

    private final EntityStore store;
    private final Announcer announcer;
    private final TokenChanges changes;

    @Inject
    TokenSweep(EntityStore store, Announcer announcer, TokenChanges changes) {
        this.store = store;
        this.announcer = announcer;
        this.changes = changes;
    }

    /**
     * Removes some expired tokens, passing by those that somebody else is at; how many. In the order of the index: MariaDB
     * keeps a lock on every row that it looks at, and must not look at those that live. Nor may anything be looked at
     * before they are locked and gone.
     */
    int purgeSome(Instant now, int most) {
        List<?> rows = store.entityManager()
                .createNativeQuery("SELECT " + COLUMNS + " FROM durin_token WHERE expiry <= ?"
                        + " ORDER BY expiry LIMIT " + most + " FOR UPDATE SKIP LOCKED")
                .setParameter(1, now.toEpochMilli())
                .getResultList();
        List<LockedToken> expired = removed(rows);
        announceEach(expired, RevocationReason.APPLICATION, now);
        return expired.size();
    }

    /** The ids of some tokens that conditions hold for, in their order from one on. */
    List<Long> some(Where where, long after, int most) {
        Where behind = where.and("id > ?", after);
        List<?> ids = Where.bind(
                        store.entityManager()
                                .createNativeQuery(
                                        "SELECT id FROM durin_token" + behind.sql() + " ORDER BY id LIMIT " + most),
                        behind)
                .getResultList();
        return ids.stream().map(id -> ((Number) id).longValue()).toList();
    }

    /**
     * Ends the tokens of these ids, the expired ones as expired; how many were there. Begins with the statement that locks
     * them. The other nodes are told of many as of one.
     */
    int end(List<Long> ids, RevocationReason reason, Instant now) {
        List<LockedToken> ended = removed(store.lockAll(COLUMNS, "durin_token", ids));
        announceEach(ended, reason, now);
        if (ended.size() == 1) {
            changes.record(ended.get(0).selector());
        } else {
            wholes(ended).forEach(changes::record);
        }
        return ended.size();
    }

    /** What all of them belong to: their caller, if that is one, else their clients, which are few. */
    private static Set<Revocation> wholes(List<LockedToken> tokens) {
        Set<Revocation> callers = new HashSet<>();
        Set<Revocation> clients = new HashSet<>();
        tokens.forEach(token -> {
            callers.add(Revocation.ofCaller(token.caller()));
            clients.add(Revocation.ofClient(token.clientId()));
        });
        return callers.size() == 1 ? callers : clients;
    }

    private List<LockedToken> removed(List<?> rows) {
        List<LockedToken> locked = rows.stream().map(LockedToken::of).toList();
        if (locked.isEmpty()) {
            return locked;
        }
        locked.forEach(token -> changes.forget(token.selector()));
        int removed =
                store.delete("durin_token", locked.stream().map(LockedToken::id).toList());
        if (removed != locked.size()) {
            throw new IllegalStateException("of " + locked.size() + " locked tokens " + removed + " could be removed");
        }
        return locked;
    }

    private void announceEach(List<LockedToken> tokens, RevocationReason reason, Instant now) {
        if (tokens.isEmpty()) {
            return;
        }
        Map<Long, String> clients = clientNames(tokens);
        for (LockedToken token : tokens) {
            String client = clients.getOrDefault(token.clientId(), "");
            announcer.announce(
                    token.hasExpired(now)
                            ? new TokenExpired(token.caller(), client, token.id(), ExpirySource.PURGE)
                            : new TokenRevoked(token.caller(), client, token.id(), reason));
        }
    }

    private Map<Long, String> clientNames(List<LockedToken> tokens) {
        return store.entityManager()
                .createQuery("SELECT c.id, c.name FROM DurinClient c WHERE c.id IN :ids", Object[].class)
                .setParameter(
                        "ids",
                        tokens.stream().map(LockedToken::clientId).distinct().toList())
                .getResultStream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> (String) row[1]));
    }

    /** What the announcement of its end needs to know of a token. */
    private record LockedToken(
            long id,
            String selector,
            String caller,
            long clientId,
            @Nullable Long expiry) {

        static LockedToken of(Object columns) {
            Object[] row = (Object[]) columns;
            Number expiry = (Number) row[4];
            return new LockedToken(
                    ((Number) row[0]).longValue(),
                    (String) row[1],
                    (String) row[2],
                    ((Number) row[3]).longValue(),
                    expiry == null ? null : expiry.longValue());
        }

        boolean hasExpired(Instant now) {
            return expiry != null && expiry <= now.toEpochMilli();
        }

        /** Without the selector, which is half of the token's text. */
        @Override
        public String toString() {
            return "LockedToken[" + id + "]";
        }
    }
}
