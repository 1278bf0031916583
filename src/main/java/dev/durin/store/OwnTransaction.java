package dev.durin.store;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.function.Supplier;

/** A transaction of Durin's own, which has committed when {@link #run} returns, whatever becomes of the caller's. */
@Dependent
public class OwnTransaction {

    private final NewTransaction transaction;

    @Inject
    OwnTransaction(NewTransaction transaction) {
        this.transaction = transaction;
    }

    /**
     * Runs work in a transaction of its own.
     *
     * @param what what it does, for the message of a failure, such as "issue a token"
     * @param work the work
     * @param <T> its result
     * @return its result
     * @throws ConflictException when a constraint refused what was to be written
     * @throws StoreUnavailableException when the database failed
     */
    public <T> T run(String what, Supplier<T> work) {
        try {
            return transaction.call(work);
        } catch (StoreUnavailableException e) {
            throw new StoreUnavailableException(e.getMessage() + " while Durin tried to " + what, e.getCause());
        } catch (EJBException e) {
            if (!StoreFailures.isOfTheStore(e) && e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new StoreUnavailableException("The database failed while Durin tried to " + what, e);
        }
    }
}
