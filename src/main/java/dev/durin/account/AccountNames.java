package dev.durin.account;

import dev.durin.config.AccountSettings;
import dev.durin.config.ConfigurationException;
import dev.durin.config.Part;
import dev.durin.config.Settings;
import dev.durin.store.OwnTransaction;
import jakarta.inject.Inject;
import java.util.Optional;

/** Looks at the start whether the names of accounts are compared as they were when the accounts were made. */
@Part
public class AccountNames {

    private static final String KEY = "durin.accounts.case-insensitive-names";

    private final AccountSettings settings;
    private final OwnTransaction transaction;
    private final AccountStore store;

    @Inject
    AccountNames(Settings settings, OwnTransaction transaction, AccountStore store) {
        this.settings = settings.accounts();
        this.transaction = transaction;
        this.store = store;
    }

    /**
     * Makes sure of it, where there are accounts.
     *
     * @throws ConfigurationException when an account could not be found by its name any more
     */
    public void requireOneRule() {
        if (!settings.enabled()) {
            return;
        }
        Optional<String> other = transaction.run("look at the names of accounts", store::findComparedOtherwise);
        if (other.isPresent()) {
            boolean now = settings.caseInsensitiveNames();
            throw new ConfigurationException(KEY + "=" + now + ": the account \"" + other.get()
                    + "\" was made with the other value. Set it back, or change all accounts: UPDATE durin_account SET"
                    + " natural_name = " + (now ? "LOWER(name)" : "name"));
        }
    }
}
