package dev.durin.account;

import dev.durin.config.Part;
import dev.durin.config.Settings;
import dev.durin.token.CallerOrigin;
import dev.durin.token.KeptCallers;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Whether the caller of an account may use tokens. A token remembers of which account it was made, so that one made by a
 * login that was under way while its account was deleted is of no use, not even when there is another account of that name.
 * Thread-safe.
 */
@Part
class AccountStatus implements KeptCallers {

    /** What tokens know this package's identity store by. */
    static final String STORE = "durin-accounts";

    private final AccountReader accounts;
    private final boolean enabled;

    @Inject
    AccountStatus(AccountReader accounts, Settings settings) {
        this.accounts = accounts;
        this.enabled = settings.accounts().enabled();
    }

    @Override
    public boolean isActive(String caller, CallerOrigin origin) {
        boolean ofAnAccount = origin.storeId().equals(STORE);
        if (!enabled) {
            return !ofAnAccount;
        }
        Optional<StoredAccount> found = accounts.findExactly(caller);
        return ofAnAccount
                ? found.filter(account -> isOf(account, origin)).isPresent()
                : found.map(StoredAccount::isActive).orElse(true);
    }

    private static boolean isOf(StoredAccount account, CallerOrigin origin) {
        return account.isActive() && uniqueId(account).equals(origin.uniqueId());
    }

    /** What tells an account from a later one of the same name. */
    static String uniqueId(StoredAccount account) {
        return String.valueOf(account.account().id());
    }
}
