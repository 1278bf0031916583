package dev.durin.token;

import dev.durin.store.EntityStore;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/**
 * Makes a transaction the only one that makes tokens of a caller under a limit: it locks the caller's row in
 * {@code durin_caller}. That has to be its first statement, so that what it counts afterwards is what there is, on
 * MariaDB too, where a transaction sees what there was when it first looked.
 */
@Dependent
class CallerLock {

    private final EntityStore store;

    @Inject
    CallerLock(EntityStore store) {
        this.store = store;
    }

    /** Waits for those who came before, until the transaction has ended; false when there is no row to lock. */
    boolean lock(String caller) {
        return !store.entityManager()
                .createNativeQuery("SELECT caller FROM durin_caller WHERE caller = ? FOR UPDATE")
                .setParameter(1, caller)
                .getResultList()
                .isEmpty();
    }

    /** Whether there is a row. */
    boolean exists(String caller) {
        return !store.entityManager()
                .createNativeQuery("SELECT caller FROM durin_caller WHERE caller = ?")
                .setParameter(1, caller)
                .getResultList()
                .isEmpty();
    }

    /**
     * Makes the row. In a transaction of its own: on MariaDB whoever has looked for a row that is not there keeps others
     * from making it.
     *
     * @throws dev.durin.store.ConflictException when somebody else has made it
     */
    boolean make(String caller) {
        return store.entityManager()
                        .createNativeQuery("INSERT INTO durin_caller (caller) VALUES (?)")
                        .setParameter(1, caller)
                        .executeUpdate()
                == 1;
    }
}
