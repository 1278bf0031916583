package dev.durin.account;

import dev.durin.authentication.EntryExtension;
import dev.durin.config.Entry;
import dev.durin.config.Part;
import dev.durin.config.Settings;
import dev.durin.token.CallerOrigin;
import dev.durin.token.KeptCallers;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether the caller of an account may use tokens. A token remembers of which account it was made, so that one made by a
 * login that was under way while its account was deleted is of no use, not even when there is another account of that name.
 * Thread-safe.
 */
@Part
class AccountStatus implements KeptCallers {

    /** What tokens know this package's identity store by. */
    static final String STORE = "durin-accounts";

    private static final Pattern UNIQUE_ID = Pattern.compile("(\\d{1,18})@\\d+");

    private final AccountReader accounts;
    private final AccountStore store;
    private final OtherStores otherStores;
    private final EntryExtension mechanisms;
    private final boolean enabled;
    private final Entry entry;

    @Inject
    AccountStatus(
            AccountReader accounts,
            AccountStore store,
            OtherStores otherStores,
            EntryExtension mechanisms,
            Settings settings) {
        this.accounts = accounts;
        this.store = store;
        this.otherStores = otherStores;
        this.mechanisms = mechanisms;
        this.enabled = settings.accounts().enabled();
        this.entry = settings.entry();
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

    @Override
    public boolean isNobody(String caller) {
        return enabled
                && !mayComeFromElsewhere()
                && accounts.findExactly(caller).isEmpty();
    }

    /** Of another store, or of a mechanism that Durin knows nothing of. */
    private boolean mayComeFromElsewhere() {
        return entry != Entry.MECHANISM || mechanisms.otherMechanism().isPresent() || otherStores.areThere();
    }

    private static boolean isOf(StoredAccount account, CallerOrigin origin) {
        return account.isActive() && origin.uniqueId().startsWith(accountId(account.account()));
    }

    @Override
    public boolean keepLoggedIn(CallerOrigin origin) {
        return !origin.storeId().equals(STORE)
                || idOf(origin)
                        .flatMap(store::keep)
                        .filter(account -> account.isActive()
                                && uniqueId(account.account()).equals(origin.uniqueId()))
                        .isPresent();
    }

    private static Optional<Long> idOf(CallerOrigin origin) {
        Matcher matcher = UNIQUE_ID.matcher(origin.uniqueId());
        return matcher.matches() ? Optional.of(Long.valueOf(matcher.group(1))) : Optional.empty();
    }

    /** What tells an account from a later one of the same name, and its password from a later one. */
    static String uniqueId(Account account) {
        return accountId(account) + account.passwordChanged().toEpochMilli();
    }

    private static String accountId(Account account) {
        return account.id() + "@";
    }
}
