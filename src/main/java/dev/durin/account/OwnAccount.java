package dev.durin.account;

import dev.durin.config.AccountMailSettings;
import dev.durin.config.Part;
import dev.durin.config.Settings;
import dev.durin.mail.MailOrder;
import dev.durin.mail.Outbox;
import dev.durin.spi.MailKind;
import dev.durin.store.OwnTransaction;
import dev.durin.throttle.RateLimiter;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;

/** What callers do with their own accounts. Thread-safe. */
@Part
public class OwnAccount {

    private final Settings settings;
    private final OwnTransaction transaction;
    private final AccountReader reader;
    private final AccountStore store;
    private final PasswordHashes hashes;
    private final PasswordChange passwordChange;
    private final MailedLinkStore links;
    private final RateLimiter limiter;
    private final Outbox outbox;
    private final Accounts accounts;

    @Inject
    OwnAccount(
            Settings settings,
            OwnTransaction transaction,
            AccountReader reader,
            AccountStore store,
            PasswordHashes hashes,
            PasswordChange passwordChange,
            MailedLinkStore links,
            RateLimiter limiter,
            Outbox outbox,
            Accounts accounts) {
        this.settings = settings;
        this.transaction = transaction;
        this.reader = reader;
        this.store = store;
        this.hashes = hashes;
        this.passwordChange = passwordChange;
        this.links = links;
        this.limiter = limiter;
        this.outbox = outbox;
        this.accounts = accounts;
    }

    /**
     * The account of a caller.
     *
     * @param caller the caller's name, as tokens have it
     * @return the account, or empty for a caller of another identity store
     */
    public Optional<Account> find(String caller) {
        return reader.findExactly(caller).map(StoredAccount::account);
    }

    /**
     * Whether a password is that of an account that is active.
     *
     * @param caller the caller's name
     * @param password the password
     * @return false when it is not, also where there is no such account
     */
    public boolean isPassword(String caller, String password) {
        Optional<StoredAccount> active = reader.findExactly(caller).filter(StoredAccount::isActive);
        return hashes.isRight(
                        password.toCharArray(),
                        active.map(StoredAccount::passwordHash).orElseGet(hashes::nobodys))
                && active.isPresent();
    }

    /**
     * Gives an account another password, and ends its caller's tokens but for some.
     *
     * @param account the account, as it was before its password was asked for
     * @param password the new password
     * @param kept which tokens go on
     * @param locale the language in which the caller is told
     * @return false when somebody has changed the password since the account was looked up: then the one that was asked for
     *     is none any more
     * @throws InvalidAccountException when the password does not do
     */
    public boolean changePassword(Account account, String password, KeptTokens kept, Locale locale) {
        return passwordChange
                .change(account, password, kept, locale, id -> hasPasswordOf(account))
                .isPresent();
    }

    private boolean hasPasswordOf(Account before) {
        return store.find(before.id())
                .filter(now -> now.passwordChanged().equals(before.passwordChanged()))
                .isPresent();
    }

    /**
     * Has an account's mail go to another address: once that was confirmed, or at once where Durin sends no mail. Links to
     * other addresses that were not confirmed yet are void from then on.
     *
     * @param account the account
     * @param address the address
     * @param locale the language of the mail
     * @return false when so many mails were asked for that there is none any more for a while
     * @throws InvalidAccountException when it cannot be an address
     */
    public boolean changeMail(Account account, String address, Locale locale) {
        String checked = MailAddress.checked(address);
        if (!settings.mail().isOn()) {
            accounts.changeMail(account.name(), checked);
            return true;
        }
        if (!limiter.mail(account.name(), account.id())) {
            return false;
        }
        AccountMailSettings mail = settings.accounts().mail();
        transaction.run("mail a link", () -> {
            if (store.lock(account.id()).isPresent()) {
                links.voidAll(account.id(), LinkPurpose.ADDRESS);
                MailedLink link = links.create(account.id(), LinkPurpose.ADDRESS, checked, mail.linkLifetime());
                outbox.put(new MailOrder(MailKind.CONFIRM_ADDRESS, account.name(), checked, locale, link.selector()));
            }
            return account;
        });
        return true;
    }
}
