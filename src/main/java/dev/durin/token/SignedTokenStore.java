package dev.durin.token;

import dev.durin.store.EntityStore;
import dev.durin.store.Revocation;
import dev.durin.store.Revocations;
import dev.durin.store.TransactionEnd;
import dev.durin.usage.Selector;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;

/** Which signed tokens have ended before their time, in {@code durin_scoped_revocation}, inside a transaction of whoever calls. */
@Dependent
class SignedTokenStore {

    private final EntityStore store;
    private final Revocations revocations;
    private final TransactionEnd transactionEnd;
    private final SignedTokenCache cache;

    @Inject
    SignedTokenStore(
            EntityStore store, Revocations revocations, TransactionEnd transactionEnd, SignedTokenCache cache) {
        this.store = store;
        this.revocations = revocations;
        this.transactionEnd = transactionEnd;
        this.cache = cache;
    }

    boolean hasEnded(Selector id) {
        return !store.entityManager()
                .createNativeQuery("SELECT id FROM durin_scoped_revocation WHERE id = ?")
                .setParameter(1, id.text())
                .getResultList()
                .isEmpty();
    }

    /**
     * Ends a token.
     *
     * @param until when none can live any more that has this id
     * @throws dev.durin.store.ConflictException when it has ended already
     */
    boolean end(Selector id, Instant until) {
        transactionEnd.whenEnded(() -> cache.forget(id));
        int rows = store.entityManager()
                .createNativeQuery("INSERT INTO durin_scoped_revocation (id, expiry) VALUES (?, ?)")
                .setParameter(1, id.text())
                .setParameter(2, until.toEpochMilli())
                .executeUpdate();
        revocations.record(Revocation.ofToken(id.text()));
        return rows == 1;
    }

    /** Forgets some tokens that could not be used any more in any case, passing by those that somebody else is at; how many. */
    int purgeSome(Instant now, int most) {
        List<?> ids = store.entityManager()
                .createNativeQuery("SELECT id FROM durin_scoped_revocation WHERE expiry <= ? ORDER BY expiry LIMIT "
                        + most + " FOR UPDATE SKIP LOCKED")
                .setParameter(1, now.toEpochMilli())
                .getResultList();
        if (ids.isEmpty()) {
            return 0;
        }
        Query delete = store.entityManager()
                .createNativeQuery(
                        "DELETE FROM durin_scoped_revocation WHERE id IN (?" + ", ?".repeat(ids.size() - 1) + ")");
        for (int at = 0; at < ids.size(); at++) {
            delete.setParameter(at + 1, ids.get(at));
        }
        return delete.executeUpdate();
    }
}
