package dev.durin.token;

import dev.durin.client.Client;
import dev.durin.event.ExpirySource;
import dev.durin.event.RevocationReason;
import dev.durin.event.TokenExpired;
import dev.durin.event.TokenRenewed;
import dev.durin.event.TokenRevoked;
import dev.durin.spi.Expiry;
import dev.durin.store.Announcer;
import dev.durin.store.EntityStore;
import dev.durin.store.Revocation;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads, renews and ends the rows of {@code durin_token}, inside a transaction of whoever calls.
 *
 * <p>Every change is conditional on what was seen before it, and its row count decides: a token is renewed or ended
 * once, and announced once, however many threads and nodes try. What is cached of a token is forgotten also when a change
 * finds its row gone or changed: then somebody else has done it, maybe on another node. What a change needs to know is to be read in a transaction
 * before: on MariaDB a transaction may not change what somebody else has changed since it looked.
 */
@Dependent
class TokenStore {

    private static final String WITH_CLIENT =
            "SELECT t, c.id, c.name, c.enabled, c.throttleRate FROM DurinToken t, DurinClient c WHERE c.id = t.clientId AND ";

    /** An expired token is left to those who announce its expiry. */
    private static final String LIVE = "(t.expiry IS NULL OR t.expiry > :now)";

    private final EntityStore store;
    private final Announcer announcer;
    private final TokenChanges changes;

    @Inject
    TokenStore(EntityStore store, Announcer announcer, TokenChanges changes) {
        this.store = store;
        this.announcer = announcer;
        this.changes = changes;
    }

    /** The token with this selector. */
    Optional<StoredToken> load(String selector) {
        return first(select("t.selector = :selector").setParameter("selector", selector));
    }

    /** The only token of a caller and a client. */
    Optional<StoredToken> findInOneSlot(String caller, String clientName) {
        return first(select("t.caller = :caller AND c.name = :client AND t.slot = :slot")
                .setParameter("caller", caller)
                .setParameter("client", clientName)
                .setParameter("slot", SlotStore.ONE_SLOT));
    }

    /** A caller's live tokens, the oldest first. */
    List<StoredToken> list(String caller, Instant now) {
        return select("t.caller = :caller AND " + LIVE + " ORDER BY t.created, t.id")
                .setParameter("caller", caller)
                .setParameter("now", now.toEpochMilli())
                .getResultStream()
                .map(TokenStore::stored)
                .toList();
    }

    /** Gives a live token another expiry; false when it is gone, changed or expired. */
    boolean renew(Token token, String selector, Expiry expiry, Instant now) {
        changes.forget(selector);
        Optional<TokenEntity> row = lockLive(token.id(), selector, now);
        row.ifPresent(live -> {
            live.renew(expiry);
            changes.record(selector);
            announcer.announce(new TokenRenewed(token.caller(), token.client(), token.id(), expiry));
        });
        return row.isPresent();
    }

    /**
     * Keeps a live token from ending before the transaction has; false when it is gone, changed or expired, or its client
     * is switched off.
     */
    boolean keepLive(VerifiedToken token, Instant now) {
        String selector = token.selector().text();
        boolean live = lockLive(token.id(), selector, now).isPresent()
                && load(selector).filter(row -> row.client().enabled()).isPresent();
        if (!live) {
            changes.forget(selector);
        }
        return live;
    }

    private Optional<TokenEntity> lockLive(long id, String selector, Instant now) {
        return Optional.ofNullable(store.entityManager().find(TokenEntity.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(row -> row.hasSelector(selector) && !row.hasExpired(now));
    }

    /** Ends a token; false when it is gone or its row holds another one by now. */
    boolean revoke(Token token, String selector, RevocationReason reason) {
        boolean revoked = delete(token, selector, reason);
        if (revoked) {
            changes.record(selector);
        }
        return revoked;
    }

    private boolean delete(Token token, String selector, RevocationReason reason) {
        changes.forget(selector);
        int rows = store.entityManager()
                .createQuery("DELETE FROM DurinToken t WHERE t.id = :id AND t.selector = :selector")
                .setParameter("id", token.id())
                .setParameter("selector", selector)
                .executeUpdate();
        if (rows == 1) {
            announcer.announce(new TokenRevoked(token.caller(), token.client(), token.id(), reason));
        }
        return rows == 1;
    }

    /** A caller's live token of an id. */
    Optional<StoredToken> findLive(String caller, long id, Instant now) {
        return first(select("t.caller = :caller AND t.id = :id AND " + LIVE)
                .setParameter("caller", caller)
                .setParameter("id", id)
                .setParameter("now", now.toEpochMilli()));
    }

    /** The token of an id, whether it lives or not. */
    Optional<StoredToken> find(long id) {
        return first(select("t.id = :id").setParameter("id", id));
    }

    /** The tokens of some ids, in no order, without those that are gone. */
    List<StoredToken> find(List<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : select("t.id IN :ids")
                        .setParameter("ids", ids)
                        .getResultStream()
                        .map(TokenStore::stored)
                        .toList();
    }

    /** Some of a caller's tokens, none when there are no more. */
    List<StoredToken> some(String caller, int most) {
        return some(select("t.caller = :caller ORDER BY t.id").setParameter("caller", caller), most);
    }

    /** Some of a caller's tokens but one and those of a client, none when there are no more. */
    List<StoredToken> someOthers(VerifiedToken but, String leftOut, int most) {
        return some(
                select("t.caller = :caller AND t.selector <> :selector AND c.name <> :client ORDER BY t.id")
                        .setParameter("caller", but.caller())
                        .setParameter("selector", but.selector().text())
                        .setParameter("client", leftOut),
                most);
    }

    /** Some of a client's tokens, none when there are no more. */
    List<StoredToken> someOf(Client client, int most) {
        return some(select("t.clientId = :client ORDER BY t.id").setParameter("client", client.id()), most);
    }

    /** The same, so that nobody else changes them before the transaction has ended; none when there are no more. */
    List<StoredToken> lockSomeOf(Client client, int most) {
        List<?> ids = store.entityManager()
                .createNativeQuery(
                        "SELECT id FROM durin_token WHERE client_id = ? ORDER BY id LIMIT " + most + " FOR UPDATE")
                .setParameter(1, client.id())
                .getResultList();
        return ids.stream()
                .flatMap(id -> first(select("t.id = :id").setParameter("id", ((Number) id).longValue())).stream())
                .toList();
    }

    private static List<StoredToken> some(TypedQuery<Object[]> tokens, int most) {
        return tokens.setMaxResults(most)
                .getResultStream()
                .map(TokenStore::stored)
                .toList();
    }

    /**
     * Ends tokens, the expired ones as expired; how many there were. None is left out: another node's clock may not have
     * reached an expiry that this one's has passed. The other nodes are told of all in one.
     */
    int end(List<StoredToken> tokens, Revocation whole, RevocationReason reason, Instant now) {
        for (StoredToken found : tokens) {
            if (!removeExpired(found, now, ExpirySource.PURGE)) {
                delete(found.token(), found.selector(), reason);
            }
        }
        if (!tokens.isEmpty()) {
            changes.record(whole);
        }
        return tokens.size();
    }

    /** Removes a token if it has expired; false when it is gone or was renewed meanwhile. */
    boolean removeExpired(StoredToken stored, Instant now, ExpirySource source) {
        Token token = stored.token();
        changes.forget(stored.selector());
        int rows = store.entityManager()
                .createQuery("DELETE FROM DurinToken t WHERE t.id = :id AND t.expiry <= :now")
                .setParameter("id", token.id())
                .setParameter("now", now.toEpochMilli())
                .executeUpdate();
        if (rows == 1) {
            announcer.announce(new TokenExpired(token.caller(), token.client(), token.id(), source));
        }
        return rows == 1;
    }

    private TypedQuery<Object[]> select(String condition) {
        return store.entityManager().createQuery(WITH_CLIENT + condition, Object[].class);
    }

    private static Optional<StoredToken> first(TypedQuery<Object[]> query) {
        return query.getResultStream().findFirst().map(TokenStore::stored);
    }

    private static StoredToken stored(Object[] row) {
        return ((TokenEntity) row[0])
                .toStored(new StoredClient((Long) row[1], (String) row[2], (Boolean) row[3], (String) row[4]));
    }
}
