package dev.durin.store;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Supplier;

/** A transaction of Durin's own, which has committed when {@link #run} returns, whatever becomes of the caller's. */
@Dependent
public class OwnTransaction {

    private static final Logger LOGGER = System.getLogger(OwnTransaction.class.getName());

    /** Each time somebody else's transaction has got on instead, so a few are more than enough. */
    private static final int ATTEMPTS = 10;

    private final NewTransaction transaction;

    /** Looked up, so that the start-up can say why it is missing where a server has not looked for enterprise beans. */
    @Inject
    OwnTransaction(Instance<NewTransaction> transaction) {
        this.transaction = transaction.get();
    }

    /**
     * Runs work in a transaction of its own. When the database gives the transaction up for the sake of another one, the
     * work is done again, in a new one.
     *
     * @param what what it does, for the message of a failure, such as "issue a token"
     * @param work the work; it may be done several times, of which one lasts
     * @param <T> its result
     * @return its result
     * @throws ConflictException when a constraint refused what was to be written
     * @throws StoreUnavailableException when the database failed
     */
    public <T> T run(String what, Supplier<T> work) {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return runOnce(what, work);
            } catch (StoreUnavailableException e) {
                if (!StoreFailures.gaveWay(e)) {
                    throw e;
                }
                LOGGER.log(Level.DEBUG, "The database gave way to another transaction, once more", e);
            }
        }
        return runOnce(what, work);
    }

    private <T> T runOnce(String what, Supplier<T> work) {
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
