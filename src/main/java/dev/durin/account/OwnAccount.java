package dev.durin.account;

import dev.durin.client.InvalidClientException;
import dev.durin.config.Part;
import dev.durin.config.Settings;
import dev.durin.event.AccountChanged.What;
import dev.durin.mail.MailOrder;
import dev.durin.mail.Outbox;
import dev.durin.rate.Admission;
import dev.durin.spi.MailKind;
import dev.durin.store.OwnTransaction;
import dev.durin.throttle.RateLimiter;
import dev.durin.token.CallerOrigin;
import dev.durin.token.IssuedToken;
import dev.durin.token.LoginOutdatedException;
import dev.durin.token.TokenLimitException;
import dev.durin.token.TokenRequest;
import dev.durin.token.Tokens;
import dev.durin.token.VerifiedToken;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** What callers do with their own accounts. Thread-safe. */
@Part
public class OwnAccount {

    /** What mails to other addresses are counted under. */
    private static final String PURPOSE = "address";

    private final Settings settings;
    private final OwnTransaction transaction;
    private final AccountReader reader;
    private final AccountStore store;
    private final PasswordHashes hashes;
    private final PasswordChange passwordChange;
    private final MailedLinkStore links;
    private final RateLimiter limiter;
    private final Outbox outbox;
    private final Tokens tokens;

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
            Tokens tokens) {
        this.settings = settings;
        this.transaction = transaction;
        this.reader = reader;
        this.store = store;
        this.hashes = hashes;
        this.passwordChange = passwordChange;
        this.links = links;
        this.limiter = limiter;
        this.outbox = outbox;
        this.tokens = tokens;
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
     * Gives an account another password, and ends its caller's tokens, all or none.
     *
     * @param account the account, as it was before its password was asked for
     * @param password the new password
     * @param kept which tokens go on
     * @param locale the language in which the caller is told
     * @return the account from then on, or empty when somebody has changed the password since it was looked up: then the one
     *     that was asked for is none any more
     * @throws InvalidAccountException when the password does not do
     */
    public Optional<Account> changePassword(Account account, String password, KeptTokens kept, Locale locale) {
        return passwordChange
                .change(account, password, kept, locale, id -> hasPasswordOf(account))
                .map(PasswordChange.Changed::account);
    }

    private boolean hasPasswordOf(Account before) {
        return store.find(before.id())
                .filter(now -> now.state() == AccountState.ACTIVE)
                .filter(now -> now.passwordChanged().equals(before.passwordChanged()))
                .isPresent();
    }

    /**
     * A token in place of one that has ended with the password, for whoever has just chosen another one.
     *
     * @param account the account, as the change has left it
     * @param ended the token
     * @param address where the request comes from
     * @param userAgent what it was made with
     * @return a token of the same client, or empty when there is no such client any more, or somebody has changed the account
     *     since
     */
    public Optional<IssuedToken> tokenInPlaceOf(
            Account account, VerifiedToken ended, String address, String userAgent) {
        CallerOrigin origin = new CallerOrigin(AccountStatus.STORE, "", AccountStatus.uniqueId(account));
        try {
            return Optional.of(tokens.issue(TokenRequest.of(account.name(), ended.client())
                    .loggedIn(account.groups(), origin)
                    .named(ended.token().name())
                    .from(address, userAgent)));
        } catch (InvalidClientException | LoginOutdatedException | TokenLimitException e) {
            return Optional.empty();
        }
    }

    /**
     * Has an account's mail go to another address: once that was confirmed, or at once where Durin sends no mail. Links to
     * other addresses that were not confirmed yet are void from then on.
     *
     * @param account the account, as it was before its password was asked for
     * @param address the address
     * @param locale the language of the mail
     * @return what became of it
     * @throws InvalidAccountException when it cannot be an address
     */
    public AddressChange changeMail(Account account, String address, Locale locale) {
        String checked = MailAddress.mailable(address, outbox);
        if (settings.mail().isOn()
                && limiter.mailOf(PURPOSE, account.name(), account.id()).orElse(null)
                        instanceof Admission.Refused refused) {
            return new AddressChange.TooMany(refused);
        }
        // Who asks must not learn what others have had mailed there.
        boolean mailed = settings.mail().isOn() && limiter.mailTo(PURPOSE, account.name(), checked);
        AddressChange change =
                transaction.run("change a mail address", () -> changeLocked(account, checked, locale, mailed));
        tokens.forget(account.name());
        return change;
    }

    private AddressChange changeLocked(Account account, String address, Locale locale, boolean mailed) {
        if (store.lock(account.id()).isEmpty() || !hasPasswordOf(account)) {
            return new AddressChange.Outdated();
        }
        if (!settings.mail().isOn()) {
            store.change(account.id(), What.MAIL, row -> row.setMail(address));
            return new AddressChange.Begun();
        }
        if (!mailed) {
            // One that is on its way there already is all that there is going to be.
            links.voidAllElsewhere(account.id(), LinkPurpose.ADDRESS, address);
        } else {
            links.voidAll(account.id(), LinkPurpose.ADDRESS);
            Duration lifetime = settings.accounts().mail().linkLifetime();
            MailedLink link = links.create(account.id(), LinkPurpose.ADDRESS, address, lifetime);
            outbox.put(new MailOrder(MailKind.CONFIRM_ADDRESS, account.name(), address, locale, link.selector()));
        }
        return new AddressChange.Begun();
    }

    /** What became of a wish for another address. */
    public sealed interface AddressChange {

        /** It is on its way, or done. */
        record Begun() implements AddressChange {}

        /** Somebody has changed the password meanwhile, or the account is not active any more. */
        record Outdated() implements AddressChange {}

        /**
         * So many mails were asked for that there is none any more for a while.
         *
         * @param refused for how long
         */
        record TooMany(Admission.Refused refused) implements AddressChange {}
    }
}
