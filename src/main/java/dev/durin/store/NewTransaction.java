package dev.durin.store;

import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.util.function.Supplier;

/**
 * Runs work in a new transaction. Public for the container alone: use {@link OwnTransaction}.
 *
 * <p>An enterprise bean and not a CDI interceptor: with the latter, one server loses the rollback of an outer transaction
 * that holds a connection. It takes and returns nothing but types that its proxies can see.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class NewTransaction {

    @Inject
    EntityStore store;

    @Inject
    Revocations revocations;

    @Resource
    SessionContext context;

    /** For the container. */
    public NewTransaction() {}

    /**
     * Runs the work and writes what it changed. An exception of the database is told here already, as one that the
     * container passes on without a page in its log.
     *
     * @param work the work
     * @param <T> its result
     * @return its result
     */
    public <T> T call(Supplier<T> work) {
        try {
            T result = work.get();
            // Written before the container ends the transaction: one server loses it otherwise.
            store.entityManager().flush();
            if (context.getRollbackOnly()) {
                // An observer has vetoed; the container would roll back without a word.
                throw new StoreUnavailableException("The transaction was marked for rollback", null);
            }
            // The last thing before the commit: nobody shall wait long for what carries this moment.
            revocations.write();
            return result;
        } catch (PersistenceException e) {
            if (StoreFailures.isConstraintViolation(e)) {
                throw new ConflictException(e);
            }
            throw new StoreUnavailableException("The database did not do what Durin asked it for", e);
        }
    }
}
