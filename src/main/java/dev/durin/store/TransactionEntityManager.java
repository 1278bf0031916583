package dev.durin.store;

import jakarta.annotation.PreDestroy;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.transaction.TransactionScoped;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** The entity manager of the running transaction; ends with it. */
@TransactionScoped
class TransactionEntityManager implements Serializable {

    private transient @Nullable EntityManager entityManager;

    EntityManager of(EntityManagerFactory factory) {
        if (entityManager == null) {
            entityManager = factory.createEntityManager();
            entityManager.joinTransaction();
        }
        return entityManager;
    }

    @PreDestroy
    void close() {
        if (entityManager != null && entityManager.isOpen()) {
            entityManager.close();
        }
    }
}
