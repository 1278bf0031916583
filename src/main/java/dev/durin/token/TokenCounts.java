package dev.durin.token;

import dev.durin.config.Configured;
import dev.durin.config.Part;
import dev.durin.spi.TimeSource;
import dev.durin.store.CappedCount;
import dev.durin.store.EntityStore;
import dev.durin.store.OwnTransaction;
import jakarta.inject.Inject;

/** How many tokens there are, for operators. Each operation has a transaction of its own. Thread-safe. */
@Part
public class TokenCounts {

    private final OwnTransaction transaction;
    private final EntityStore store;
    private final TimeSource time;

    @Inject
    TokenCounts(OwnTransaction transaction, EntityStore store, @Configured TimeSource time) {
        this.transaction = transaction;
        this.store = store;
        this.time = time;
    }

    /**
     * How many live tokens of a client there are.
     *
     * @param clientId the client's id
     * @return the count, which stops
     */
    public CappedCount live(long clientId) {
        return transaction.run("count tokens", () -> CappedCount.of(countLive(clientId)));
    }

    private long countLive(long clientId) {
        Object found = store.entityManager()
                .createNativeQuery("SELECT COUNT(*) FROM (SELECT id FROM durin_token WHERE client_id = ?"
                        + " AND (expiry IS NULL OR expiry > ?) LIMIT " + (CappedCount.MOST + 1) + ") counted")
                .setParameter(1, clientId)
                .setParameter(2, time.now().toEpochMilli())
                .getSingleResult();
        return ((Number) found).longValue();
    }
}
