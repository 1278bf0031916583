package dev.durin.account;

import dev.durin.config.Part;
import dev.durin.store.OwnTransaction;
import jakarta.inject.Inject;
import java.util.Optional;

/** Looks accounts up, each in a transaction of its own. Thread-safe. */
@Part
class AccountReader {

    private static final String FIND = "find an account";

    private final OwnTransaction transaction;
    private final AccountStore store;

    @Inject
    AccountReader(OwnTransaction transaction, AccountStore store) {
        this.transaction = transaction;
        this.store = store;
    }

    /** The account that answers to a name, whatever that is. */
    Optional<StoredAccount> find(String name) {
        // No account has such a name, and not every database would take it as a parameter.
        return AccountName.fault(name).isPresent() ? Optional.empty() : transaction.run(FIND, () -> store.find(name));
    }

    /** The account of a caller, by the exact name. */
    Optional<StoredAccount> findExactly(String caller) {
        return AccountName.fault(caller).isPresent()
                ? Optional.empty()
                : transaction.run(FIND, () -> store.findExactly(caller));
    }
}
