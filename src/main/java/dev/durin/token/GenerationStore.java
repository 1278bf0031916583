package dev.durin.token;

import dev.durin.store.EntityStore;
import dev.durin.store.Revocation;
import dev.durin.store.Revocations;
import dev.durin.store.TransactionEnd;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/**
 * How often all of a caller's scoped tokens have ended, in {@code durin_caller}, inside a transaction of whoever calls. The
 * number only rises, and its row stays when the caller is gone: a later caller of the same name inherits no token.
 */
@Dependent
class GenerationStore {

    private final EntityStore store;
    private final Revocations revocations;
    private final TransactionEnd transactionEnd;
    private final SignedTokenCache cache;

    @Inject
    GenerationStore(EntityStore store, Revocations revocations, TransactionEnd transactionEnd, SignedTokenCache cache) {
        this.store = store;
        this.revocations = revocations;
        this.transactionEnd = transactionEnd;
        this.cache = cache;
    }

    /** The number of now; without a row it is 0. */
    long current(String caller) {
        List<?> rows = store.entityManager()
                .createNativeQuery("SELECT generation FROM durin_caller WHERE caller = ?")
                .setParameter(1, caller)
                .getResultList();
        return rows.isEmpty() ? 0 : ((Number) rows.get(0)).longValue();
    }

    /**
     * Begins the next generation, and has the other nodes told. Has to be the first statement of its transaction.
     *
     * @return the new number
     * @throws IllegalStateException without a row, which {@link CallerRows} makes
     */
    long raise(String caller) {
        transactionEnd.whenEnded(() -> cache.forgetCaller(caller));
        int rows = store.entityManager()
                .createNativeQuery("UPDATE durin_caller SET generation = generation + 1 WHERE caller = ?")
                .setParameter(1, caller)
                .executeUpdate();
        if (rows != 1) {
            throw new IllegalStateException("the row of a caller in durin_caller was removed at this moment");
        }
        revocations.record(Revocation.ofCaller(caller));
        return current(caller);
    }
}
