package dev.durin.account;

import dev.durin.config.Part;
import dev.durin.store.OwnTransaction;
import dev.durin.store.StoreUnavailableException;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.RejectedExecutionException;

/**
 * Makes hashes anew that were made with other parameters than those of today, when their passwords are known, at a login. On
 * another thread: the time that a login takes must not tell that the password was right. Thread-safe.
 */
@Part
class HashRenewal {

    private static final Logger LOGGER = System.getLogger(HashRenewal.class.getName());

    private final PasswordHashes hashes;
    private final OwnTransaction transaction;
    private final AccountStore store;

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    ManagedExecutorService executor;

    @Inject
    HashRenewal(PasswordHashes hashes, OwnTransaction transaction, AccountStore store) {
        this.hashes = hashes;
        this.transaction = transaction;
        this.store = store;
    }

    /** Has the hash made anew. What fails is done with the next login. */
    void begin(StoredAccount account, String password) {
        try {
            executor.execute(() -> renew(account, password));
        } catch (RejectedExecutionException e) {
            LOGGER.log(Level.DEBUG, "No thread was free to renew the hash of a password", e);
        }
    }

    /** It is the same password, so nothing ends and nothing is announced. */
    private void renew(StoredAccount account, String password) {
        try {
            String renewed = hashes.make(password);
            transaction.run(
                    "renew the hash of a password",
                    () -> store.replaceHash(account.account().id(), account.passwordHash(), renewed));
        } catch (TooManyPasswordsException e) {
            LOGGER.log(Level.DEBUG, "There was no room to renew the hash of a password; the next login will do it", e);
        } catch (StoreUnavailableException e) {
            LOGGER.log(Level.WARNING, "The hash of a password could not be renewed; the next login will do it", e);
        }
    }
}
