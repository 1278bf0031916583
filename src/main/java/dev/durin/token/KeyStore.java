package dev.durin.token;

import dev.durin.store.EntityStore;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Reads and writes {@code durin_key}, inside a transaction of whoever calls. */
@Dependent
class KeyStore {

    private final EntityStore store;

    @Inject
    KeyStore(EntityStore store) {
        this.store = store;
    }

    /** The key in the table. */
    Optional<byte[]> find() {
        return Optional.ofNullable(store.entityManager().find(KeyEntity.class, KeyEntity.ONLY))
                .map(KeyEntity::secret);
    }

    /** Keeps a key. */
    void keep(byte[] secret, Instant now) {
        store.entityManager().persist(new KeyEntity(secret, now));
    }
}
