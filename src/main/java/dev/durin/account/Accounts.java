package dev.durin.account;

import dev.durin.config.Settings;
import dev.durin.event.AccountChanged.What;
import dev.durin.event.RevocationReason;
import dev.durin.store.FreeText;
import dev.durin.store.OwnTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The accounts that Durin keeps, for applications without an identity store of their own. There are none, and every
 * operation throws {@link IllegalStateException}, unless {@code durin.accounts.enabled} is true.
 *
 * <p>Every operation has a transaction of its own, which has committed when the operation returns, whatever becomes of
 * the caller's. Inside a transaction of the application it needs a second connection, so the pool of
 * {@code durin.datasource} must have more connections than there are requests that do so at once. Every operation
 * throws {@link dev.durin.store.StoreUnavailableException} when the database is away, and those that take a password also
 * when so many others are being hashed that it would take too long. Thread-safe.
 */
@ApplicationScoped
public class Accounts {

    private final Settings settings;
    private final OwnTransaction transaction;
    private final AccountReader reader;
    private final AccountStore store;
    private final AccountCreation creation;
    private final PasswordChange passwordChange;
    private final AccountTokens tokens;
    private final ConfirmationMails mails;

    @Inject
    Accounts(
            Settings settings,
            OwnTransaction transaction,
            AccountReader reader,
            AccountStore store,
            AccountCreation creation,
            PasswordChange passwordChange,
            AccountTokens tokens,
            ConfirmationMails mails) {
        this.settings = settings;
        this.transaction = transaction;
        this.reader = reader;
        this.store = store;
        this.creation = creation;
        this.passwordChange = passwordChange;
        this.tokens = tokens;
        this.mails = mails;
    }

    @SuppressWarnings("NullAway") // for the client proxy
    protected Accounts() {
        this(null, null, null, null, null, null, null, null);
    }

    /**
     * The account of a name.
     *
     * @param name the name, with capitals told apart unless {@code durin.accounts.case-insensitive-names} is true
     * @return the account, or empty when there is none
     */
    public Optional<Account> find(String name) {
        requireEnabled();
        return reader.find(name).map(StoredAccount::account);
    }

    /**
     * Accounts by name, a page at a time: {@code list("", 100)}, then {@code list(lastName, 100)}.
     *
     * @param after the name after which the page begins, empty for the first page
     * @param most how many are wanted at most
     * @return the accounts, none when there are no more
     */
    public List<Account> list(String after, int most) {
        requireEnabled();
        return transaction.run("list accounts", () -> store.list(FreeText.cut(after, 255), most));
    }

    /**
     * Creates an account. Of several at once that want the same name one gets it.
     *
     * @param draft what it shall be
     * @return the account
     * @throws InvalidAccountException when there is one of this name, the name has characters in it that cannot be seen, or
     *     the password does not do
     */
    public Account create(AccountDraft draft) {
        requireEnabled();
        return creation.create(draft);
    }

    /**
     * Takes over an account of Django's. Its password goes on being right, and is hashed anew at the next login.
     *
     * @param name 1 to 255 characters, none of them a control character, no space at either end
     * @param mail the mail address, or null when there is none
     * @param groups the groups
     * @param djangoHash the hash as Django keeps it, {@code pbkdf2_sha256$<iterations>$<salt>$<hash>}
     * @return the account, which is active
     * @throws InvalidAccountException when there is one of this name, the hash is of another kind, or it takes more
     *     iterations than {@code durin.accounts.password-iterations} says
     */
    public Account importHashed(String name, @Nullable String mail, Set<String> groups, String djangoHash) {
        AccountDraft draft = AccountDraft.named(name).groups(groups);
        return importHashed(mail == null ? draft : draft.mail(mail), djangoHash);
    }

    /**
     * Takes over an account of Django's, such as one whose mail address was confirmed there.
     *
     * @param draft what it shall be; its password is of no account
     * @param djangoHash the hash as Django keeps it
     * @return the account
     * @throws InvalidAccountException as the other one says
     */
    public Account importHashed(AccountDraft draft, String djangoHash) {
        requireEnabled();
        return creation.importHashed(draft, djangoHash);
    }

    /**
     * Gives an account another password and ends all of its caller's tokens, before that and after. When it fails half-way
     * it can be done again.
     *
     * @param name the name of the account
     * @param password the new password
     * @return how many tokens ended
     * @throws InvalidAccountException when there is no such account, or the password does not do
     */
    public int changePassword(String name, String password) {
        return changePassword(name, password, new KeptTokens.None());
    }

    /**
     * The same, but some tokens go on. Whether the old password is to be asked for is up to the caller.
     *
     * @param name the name of the account
     * @param password the new password
     * @param kept which tokens go on
     * @return how many tokens ended
     * @throws InvalidAccountException when there is no such account, or the password does not do
     */
    public int changePassword(String name, String password, KeptTokens kept) {
        Account account = require(name);
        return passwordChange
                .change(account, password, kept)
                .map(PasswordChange.Changed::ended)
                .orElseThrow(() -> absent(account.name()));
    }

    /**
     * Changes the groups of an account. They hold from the next request on this node, and on others when they have read
     * that, within two seconds unless {@code durin.feed.interval} says otherwise.
     *
     * @param name the name of the account
     * @param groups its groups from now on
     * @return the changed account
     * @throws InvalidAccountException when there is no such account, or the groups are too long
     */
    public Account changeGroups(String name, Set<String> groups) {
        Set<String> checked = AccountGroups.checked(groups);
        return change(require(name), id -> store.change(id, What.GROUPS, row -> row.setGroups(checked)));
    }

    /**
     * Changes the mail address of an account. The new one is not confirmed by that, and links that were mailed to others are
     * void.
     *
     * @param name the name of the account
     * @param mail the address, or null for none
     * @return the changed account
     * @throws InvalidAccountException when there is no such account, or this cannot be an address
     */
    public Account changeMail(String name, @Nullable String mail) {
        String checked = mail == null ? null : MailAddress.checked(mail);
        return change(require(name), id -> store.change(id, What.MAIL, row -> row.setMail(checked))
                .map(mails::readdressed));
    }

    /**
     * Mails a link that confirms the mail address of an account, and makes the account active if it is pending. Links that
     * were mailed before stay good until one is used.
     *
     * @param name the name of the account
     * @param locale the language of the mail; without texts in it, that of {@code durin.mail.language}
     * @return true when the mail will be sent; false after as many as there may be
     * @throws InvalidAccountException when there is no such account, it is disabled, or has nothing to confirm any more
     * @throws IllegalStateException also when Durin sends no mail
     */
    public boolean sendConfirmation(String name, Locale locale) {
        Account account = require(name);
        if (!settings.mail().isOn()) {
            throw new IllegalStateException("Durin sends no mail: set durin.mail.host or durin.mail.session");
        }
        mails.requireWaiting(account);
        return mails.orderAgain(account, locale);
    }

    /**
     * Mails such a link in the language of {@code durin.mail.language}.
     *
     * @param name the name of the account
     * @return true when the mail will be sent
     */
    public boolean sendConfirmation(String name) {
        return sendConfirmation(name, settings.mail().language());
    }

    /**
     * Disables an account: nobody logs in with it, and its caller's tokens are refused from the commit of that change on,
     * on this node at once, and on others when they have read it. Then they end, each with its event. When this fails
     * half-way the account is disabled all the same.
     *
     * @param name the name of the account
     * @return how many tokens ended
     * @throws InvalidAccountException when there is no such account
     */
    public int disable(String name) {
        return disable(require(name), RevocationReason.ACCOUNT_DISABLED);
    }

    private int disable(Account account, RevocationReason reason) {
        change(account, id -> store.change(id, What.DISABLED, row -> row.setState(AccountState.DISABLED)));
        return tokens.endAll(account.name(), reason);
    }

    /**
     * Makes an account active, whatever it was. A token that a login made while the account was being disabled ends first.
     *
     * @param name the name of the account
     * @return the account
     * @throws InvalidAccountException when there is no such account
     */
    public Account enable(String name) {
        Account account = require(name);
        if (account.state() == AccountState.DISABLED) {
            tokens.endAll(account.name(), RevocationReason.ACCOUNT_DISABLED);
        }
        return change(account, id -> store.change(id, What.ENABLED, row -> row.setState(AccountState.ACTIVE)));
    }

    /**
     * Deletes an account and ends its caller's tokens. It is disabled first, so that none is made meanwhile. When this
     * fails half-way, the account is still there, disabled, and can be deleted again.
     *
     * @param name the name of the account
     * @return how many tokens ended
     * @throws InvalidAccountException when there is no such account
     */
    public int delete(String name) {
        Account account = require(name);
        int ended = disable(account, RevocationReason.ACCOUNT_DELETED);
        tokens.expected(account.name());
        told(account, () -> transaction.run("delete an account", () -> delete(account)));
        return ended;
    }

    private boolean delete(Account account) {
        tokens.beginAnew(account.name()); // ends what was made since it was disabled
        return store.delete(account.id());
    }

    private Account change(Account account, Function<Long, Optional<Account>> change) {
        return told(account, () -> transaction.run("change an account", () -> change.apply(account.id())))
                .orElseThrow(() -> absent(account.name()));
    }

    /** After a failure, too: the database may have committed and the answer got lost. */
    private <T> T told(Account account, Supplier<T> change) {
        try {
            return change.get();
        } finally {
            tokens.changed(account.name());
        }
    }

    private Account require(String name) {
        return find(name).orElseThrow(() -> absent(name));
    }

    private static InvalidAccountException absent(String name) {
        return new InvalidAccountException(
                "name", "There is no account with the name \"" + FreeText.cut(name, 255) + "\".");
    }

    private void requireEnabled() {
        if (!settings.accounts().enabled()) {
            throw new IllegalStateException("Durin keeps no accounts: set durin.accounts.enabled=true");
        }
    }
}
