package dev.durin.token;

import dev.durin.config.Configured;
import dev.durin.config.Part;
import dev.durin.spi.TimeSource;
import dev.durin.store.CappedCount;
import dev.durin.store.EntityStore;
import dev.durin.store.OwnTransaction;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

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
        return transaction.run("count tokens", () -> countLive(clientId));
    }

    /**
     * How many live tokens of some clients there are, in one transaction.
     *
     * @param clientIds the clients' ids
     * @return for each id the count, which stops
     */
    public Map<Long, CappedCount> live(Collection<Long> clientIds) {
        return clientIds.isEmpty()
                ? Map.of()
                : transaction.run("count tokens", () -> clientIds.stream()
                        .collect(Collectors.toMap(Function.identity(), this::countLive)));
    }

    /**
     * The order has the index of the client's tokens read, whatever the database guesses of how many there are. Of one client
     * it would be that of all tokens as well, so it is told as a range.
     */
    private CappedCount countLive(long clientId) {
        Object found = store.entityManager()
                .createNativeQuery("SELECT COUNT(*) FROM (SELECT id FROM durin_token WHERE client_id BETWEEN ? AND ?"
                        + " AND (expiry IS NULL OR expiry > ?) ORDER BY client_id, created, id LIMIT "
                        + (CappedCount.MOST + 1) + ") counted")
                .setParameter(1, clientId)
                .setParameter(2, clientId)
                .setParameter(3, time.now().toEpochMilli())
                .getSingleResult();
        return CappedCount.of(((Number) found).longValue());
    }
}
