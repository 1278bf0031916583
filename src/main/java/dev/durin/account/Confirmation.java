package dev.durin.account;

import dev.durin.config.Configured;
import dev.durin.config.Part;
import dev.durin.event.AccountChanged.What;
import dev.durin.event.MailConfirmed;
import dev.durin.spi.MailKind;
import dev.durin.spi.TimeSource;
import dev.durin.store.Announcer;
import dev.durin.store.OwnTransaction;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;

/** Takes the links that confirm mail addresses. It logs nobody in. Public for Durin's endpoints. Thread-safe. */
@Part
public class Confirmation {

    private final OwnTransaction transaction;
    private final MailedLinkStore links;
    private final LinkTexts texts;
    private final AccountReader reader;
    private final AccountStore store;
    private final ConfirmationMails mails;
    private final AccountNotices notices;
    private final AccountTokens tokens;
    private final MailRequests requests;
    private final Announcer announcer;
    private final TimeSource time;

    @Inject
    Confirmation(
            OwnTransaction transaction,
            MailedLinkStore links,
            LinkTexts texts,
            AccountReader reader,
            AccountStore store,
            ConfirmationMails mails,
            AccountNotices notices,
            AccountTokens tokens,
            MailRequests requests,
            Announcer announcer,
            @Configured TimeSource time) {
        this.transaction = transaction;
        this.links = links;
        this.texts = texts;
        this.reader = reader;
        this.store = store;
        this.mails = mails;
        this.notices = notices;
        this.tokens = tokens;
        this.requests = requests;
        this.announcer = announcer;
        this.time = time;
    }

    /**
     * Whether a text could be that of a link, for which nothing is looked up.
     *
     * @param text the text
     * @return false when it is none of any link
     */
    public static boolean canBeToken(String text) {
        return LinkTexts.selectorIn(text).isPresent();
    }

    /**
     * Uses the link of a text up: the address that it was sent to is the account's, and confirmed. A pending account is
     * active from then on; a disabled one stays as it is, and so does its link.
     *
     * @param text the text of the link
     * @param locale the language in which the caller is told at the address until now
     * @return false when it is not good: it never was, was used, has expired, or was sent to an address that is not the
     *     account's any more
     */
    public boolean confirm(String text, Locale locale) {
        Optional<MailedLink> link = find(text);
        if (link.isEmpty()) {
            return false;
        }
        Optional<Account> confirmed =
                transaction.run("confirm a mail address", () -> confirmLocked(link.get(), locale));
        confirmed.ifPresent(account -> tokens.changed(account.name()));
        return confirmed.isPresent();
    }

    private Optional<Account> confirmLocked(MailedLink link, Locale locale) {
        Optional<Account> account = store.lock(link.accountId()).filter(found -> isFor(found, link));
        if (account.isEmpty() || !links.use(link)) {
            return Optional.empty();
        }
        if (account.get()
                .confirmedMail()
                .filter(before -> !before.equals(link.mail()))
                .isPresent()) {
            notices.addressChanged(account.get(), locale);
        }
        Optional<Account> changed =
                store.change(link.accountId(), What.CONFIRMED, row -> row.setConfirmedMail(link.mail(), time.now()));
        announcer.announce(new MailConfirmed(account.get().name(), link.accountId()));
        return changed;
    }

    private static boolean isFor(Account account, MailedLink link) {
        boolean sentToItsAddress = link.purpose() == LinkPurpose.ADDRESS
                || account.mail().filter(link.mail()::equals).isPresent();
        return account.state() != AccountState.DISABLED && sentToItsAddress;
    }

    /**
     * Whether a link has done what it is for: it was used, and what it confirmed is still so.
     *
     * @param text the text of the link
     * @return true when whoever follows it again may be told so
     */
    public boolean hasConfirmed(String text) {
        return find(text).filter(this::hasConfirmed).isPresent();
    }

    private boolean hasConfirmed(MailedLink link) {
        return link.used()
                && time.now().isBefore(link.expiry())
                && transaction
                        .run("look at a mail address", () -> store.find(link.accountId()))
                        .filter(account -> isFor(account, link))
                        .flatMap(Account::confirmedMail)
                        .filter(link.mail()::equals)
                        .isPresent();
    }

    private Optional<MailedLink> find(String text) {
        return LinkTexts.selectorIn(text)
                .flatMap(selector -> transaction.run("find a link", () -> links.find(selector)))
                .filter(link -> link.purpose().confirms() && texts.isOf(link, text));
    }

    /**
     * Has the mail sent again that a pending account waits for. Whether there is such an account is not told, not even by the
     * time that it takes: on another thread, and not at all while a hundred such wishes wait.
     *
     * @param name the name of the account, whatever that is
     * @param locale the language of the mail
     */
    public void resend(String name, Locale locale) {
        requests.ask(MailKind.CONFIRM_REGISTRATION, () -> orderAgain(name, locale));
    }

    private void orderAgain(String name, Locale locale) {
        reader.find(name)
                .map(StoredAccount::account)
                .filter(account -> account.state() == AccountState.PENDING && ConfirmationMails.isWaiting(account))
                .ifPresent(account -> mails.orderAgain(account, locale));
    }
}
