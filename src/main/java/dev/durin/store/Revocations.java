package dev.durin.store;

import dev.durin.config.Part;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes into {@code durin_revocation} what the other nodes must look up again, inside the transaction that ends or
 * changes it. Thread-safe.
 *
 * <p>A row is the last that its transaction writes, so that little time is between the moment that it carries and the
 * moment when others can see it. Its id is random: nothing depends on the order, and a node knows its own rows again
 * without having asked the database.
 */
@Part
public class Revocations {

    /** Long after every node has read it, or has given up what it knew. */
    private static final Duration KEPT = Duration.ofHours(1);

    private final EntityStore store;
    private final Schema schema;
    private final PendingRevocations pending;
    private final RevocationReader reader;
    private final TransactionEnd transactionEnd;
    private final SecureRandom random = new SecureRandom();

    @Inject
    Revocations(
            EntityStore store,
            Schema schema,
            PendingRevocations pending,
            RevocationReader reader,
            TransactionEnd transactionEnd) {
        this.store = store;
        this.schema = schema;
        this.pending = pending;
        this.reader = reader;
        this.transactionEnd = transactionEnd;
    }

    /**
     * Has the other nodes told, if the running transaction commits.
     *
     * @param revocation what it ends or changes
     */
    public void record(Revocation revocation) {
        pending.add(revocation);
    }

    /** Writes what was recorded in the running transaction, of which it is the end. */
    void write() {
        List<Revocation> recorded = pending.take();
        if (recorded.isEmpty()) {
            return;
        }
        List<Long> ids = new ArrayList<>();
        for (Revocation revocation : recorded) {
            ids.add(insert(revocation));
        }
        // Only what has surely committed: a commit whose answer got lost may come after this node has looked again.
        transactionEnd.whenCommitted(() -> reader.skip(ids));
    }

    private long insert(Revocation revocation) {
        long id = random.nextLong();
        store.entityManager()
                .createNativeQuery("INSERT INTO durin_revocation (id, recorded, kind, subject) VALUES (?, "
                        + schema.database().clock() + ", ?, ?)")
                .setParameter(1, id)
                .setParameter(2, RevocationReader.text(revocation.kind()))
                .setParameter(3, revocation.subject())
                .executeUpdate();
        return id;
    }

    /**
     * Removes some rows that every node has read, the oldest first, passing by those that another node is removing.
     *
     * @param most how many at most
     * @return how many there were
     */
    public int purgeSome(int most) {
        EntityManager entities = store.entityManager();
        Number now = (Number)
                entities.createNativeQuery("SELECT " + schema.database().clock())
                        .getSingleResult();
        List<?> ids = entities.createNativeQuery("SELECT id FROM durin_revocation WHERE recorded < ?"
                        + " ORDER BY recorded LIMIT " + most + " FOR UPDATE SKIP LOCKED")
                .setParameter(1, now.longValue() - KEPT.toMillis())
                .getResultList();
        if (!ids.isEmpty()) {
            store.delete(
                    "durin_revocation",
                    ids.stream().map(id -> ((Number) id).longValue()).toList());
        }
        return ids.size();
    }
}
