package dev.durin.account;

import dev.durin.config.AccountMailSettings;
import dev.durin.config.Configured;
import dev.durin.config.Part;
import dev.durin.config.Settings;
import dev.durin.mail.MailOrder;
import dev.durin.mail.Outbox;
import dev.durin.mail.Texts;
import dev.durin.spi.MailKind;
import dev.durin.spi.TimeSource;
import dev.durin.store.OwnTransaction;
import dev.durin.throttle.RateLimiter;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;

/** Sets forgotten passwords anew, by links to the addresses that were confirmed to be the callers'. Thread-safe. */
@Part
public class PasswordReset {

    private final AccountMailSettings settings;
    private final OwnTransaction transaction;
    private final AccountReader accounts;
    private final AccountStore store;
    private final MailedLinkStore links;
    private final LinkTexts texts;
    private final RateLimiter limiter;
    private final Outbox outbox;
    private final PasswordChange passwordChange;
    private final MailRequests requests;
    private final Texts objections;
    private final TimeSource time;

    @Inject
    PasswordReset(
            Settings settings,
            OwnTransaction transaction,
            AccountReader accounts,
            AccountStore store,
            MailedLinkStore links,
            LinkTexts texts,
            RateLimiter limiter,
            Outbox outbox,
            PasswordChange passwordChange,
            MailRequests requests,
            Texts objections,
            @Configured TimeSource time) {
        this.settings = settings.accounts().mail();
        this.transaction = transaction;
        this.accounts = accounts;
        this.store = store;
        this.links = links;
        this.texts = texts;
        this.limiter = limiter;
        this.outbox = outbox;
        this.passwordChange = passwordChange;
        this.requests = requests;
        this.objections = objections;
        this.time = time;
    }

    /**
     * Has a link mailed to the caller of an account that is active and whose address was confirmed. On another thread: the
     * time that it takes must not tell whether there is such an account. Not at all while a hundred such wishes wait.
     *
     * @param name the name, as it was typed
     * @param locale the language of the mail
     */
    public void ask(String name, Locale locale) {
        requests.ask(MailKind.RESET_PASSWORD, () -> mailLink(name, locale));
    }

    private void mailLink(String name, Locale locale) {
        accounts.find(name)
                .filter(StoredAccount::isActive)
                .map(StoredAccount::account)
                .filter(account -> account.confirmedMail()
                        .filter(address -> limiter.mail("reset", account.name(), account.id(), address))
                        .isPresent())
                .ifPresent(account -> transaction.run("mail a link", () -> put(account, locale)));
    }

    private boolean put(Account account, Locale locale) {
        // It may be another one than when the account was looked up, which this was not counted for.
        Optional<String> confirmed = store.lock(account.id())
                .filter(now -> now.state() == AccountState.ACTIVE)
                .filter(now -> now.confirmedMail().equals(account.confirmedMail()))
                .flatMap(Account::confirmedMail);
        if (confirmed.isEmpty()) {
            return false;
        }
        String address = confirmed.get();
        MailedLink link = links.create(account.id(), LinkPurpose.PASSWORD, address, settings.resetLifetime());
        outbox.put(new MailOrder(MailKind.RESET_PASSWORD, account.name(), address, locale, link.selector()));
        return true;
    }

    /**
     * Whether a link is still good.
     *
     * @param text what the link ends with
     * @return true when a password can be set with it
     */
    public boolean isGood(String text) {
        return owner(text).isPresent();
    }

    /**
     * Sets a password, and ends all of the caller's tokens. Of several at once that use a link one does.
     *
     * @param text what the link ends with
     * @param password the new password
     * @param locale the language in which the caller is told
     * @return false when the link is not good
     * @throws InvalidAccountException when the password does not do
     */
    public boolean set(String text, String password, Locale locale) {
        return owner(text)
                .flatMap(owner -> passwordChange.change(
                        owner, password, new KeptTokens.None(), locale, id -> isStillGood(text, id)))
                .isPresent();
    }

    /**
     * What is wrong with a password, for whoever speaks another language.
     *
     * @param fault what {@link #set} has thrown
     * @param locale the language
     * @return Durin's own objections in that language, those of the application as they are
     */
    public String objection(InvalidAccountException fault, Locale locale) {
        return fault.told(objections, locale);
    }

    /** Before a password is hashed for nothing, and the row of the account that is to be locked first. */
    private Optional<Account> owner(String text) {
        return LinkTexts.selectorIn(text)
                .flatMap(selector -> transaction.run("look at a link", () -> links.find(selector)
                        .filter(link -> isGood(link, text))
                        .flatMap(link -> store.find(link.accountId()).filter(account -> isFor(link, account)))));
    }

    private boolean isStillGood(String text, long id) {
        return LinkTexts.selectorIn(text)
                .flatMap(links::find)
                .filter(link -> isGood(link, text))
                .filter(link ->
                        store.find(id).filter(account -> isFor(link, account)).isPresent())
                .filter(links::use)
                .isPresent();
    }

    private boolean isGood(MailedLink link, String text) {
        return link.purpose() == LinkPurpose.PASSWORD && link.isGood(time.now()) && texts.isOf(link, text);
    }

    /** The address may be another one by now, and whoever was disabled stays it. */
    private static boolean isFor(MailedLink link, Account account) {
        return account.state() == AccountState.ACTIVE
                && account.confirmedMail().filter(link.mail()::equals).isPresent();
    }
}
