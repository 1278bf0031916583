package dev.durin.account;

import dev.durin.config.Part;
import dev.durin.config.Settings;
import dev.durin.mail.MailOrder;
import dev.durin.mail.Outbox;
import dev.durin.mail.PlainLocale;
import dev.durin.spi.MailKind;
import dev.durin.store.OwnTransaction;
import dev.durin.throttle.RateLimiter;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Orders the mails that have to do with registration. Thread-safe. */
@Part
class ConfirmationMails {

    /** What they are counted under: whoever registers with another's address must not use up what its owner asks for again. */
    private static final String FIRST = "confirm";

    private static final String AGAIN = "confirm-again";

    private final Duration lifetime;
    private final Locale language;
    private final OwnTransaction transaction;
    private final AccountStore store;
    private final MailedLinkStore links;
    private final Outbox outbox;
    private final RateLimiter limiter;

    @Inject
    ConfirmationMails(
            Settings settings,
            OwnTransaction transaction,
            AccountStore store,
            MailedLinkStore links,
            Outbox outbox,
            RateLimiter limiter) {
        this.lifetime = settings.accounts().mail().linkLifetime();
        this.language = settings.mail().language();
        this.transaction = transaction;
        this.store = store;
        this.links = links;
        this.outbox = outbox;
        this.limiter = limiter;
    }

    /**
     * Makes sure that a link could be mailed to an address.
     *
     * @throws InvalidAccountException when it cannot
     */
    void requireMailable(String address) {
        MailAddress.mailable(address, outbox);
    }

    /** A mail with a link that confirms an address, inside the transaction that has made or locked the account. */
    void order(Account account, String address, Locale locale) {
        MailedLink link =
                links.create(account.id(), LinkPurpose.REGISTRATION, address, store.endOfLink(account.id(), lifetime));
        outbox.put(
                new MailOrder(MailKind.CONFIRM_REGISTRATION, account.name(), address, plain(locale), link.selector()));
    }

    /**
     * Whether the address of somebody who registers may get one more. To be asked before there is an account, outside of any
     * transaction.
     */
    boolean mayGoTo(String address, String name) {
        return limiter.mailTo(FIRST, name, address);
    }

    private Locale plain(Locale locale) {
        // What the settings say is one, whatever it has in it.
        return locale.equals(language) ? language : PlainLocale.of(locale).orElse(language);
    }

    /**
     * Such a mail for an account that waits for it, unless it has had too many.
     *
     * @return whether one is on its way
     */
    boolean orderAgain(Account account, Locale locale) {
        return account.mail()
                        .filter(address -> limiter.mail(AGAIN, account.name(), account.id(), address))
                        .isPresent()
                && transaction.run("order a mail that confirms an address", () -> orderLocked(account, locale));
    }

    /** It may have been confirmed, disabled or sent elsewhere since it was looked up. */
    private boolean orderLocked(Account seen, Locale locale) {
        Optional<Account> waiting = store.lock(seen.id())
                .filter(ConfirmationMails::isWaiting)
                .filter(account -> account.mail().equals(seen.mail()))
                .filter(account -> !store.isAbandoned(account.id()));
        waiting.ifPresent(account -> order(account, account.mail().orElseThrow(), locale));
        return waiting.isPresent();
    }

    /** Whether there is an address that a link could confirm. */
    static boolean isWaiting(Account account) {
        return account.state() != AccountState.DISABLED
                && account.mail().isPresent()
                && !account.mail().equals(account.confirmedMail());
    }

    /**
     * Makes sure of it, for somebody who may know.
     *
     * @throws InvalidAccountException when there is no such address, or it is too late
     */
    void requireWaiting(Account account) {
        if (account.state() == AccountState.DISABLED) {
            throw new InvalidAccountException("state", "The account is disabled, which no confirmation ends.");
        }
        String address = account.mail()
                .orElseThrow(() -> new InvalidAccountException("mail", "The account has no mail address."));
        if (account.confirmedMail().filter(address::equals).isPresent()) {
            throw new InvalidAccountException("mail", "The mail address is confirmed already.");
        }
        if (transaction.run("look at an account", () -> store.isAbandoned(account.id()))) {
            throw new InvalidAccountException(
                    "state", "Nobody has confirmed the account in time, so its name is free again.");
        }
    }

    /** Links that were sent to another address are of no use any more; inside the transaction that gave the new one. */
    Account readdressed(Account account) {
        links.voidThoseSentElsewhere(account);
        return account;
    }

    /** Tells the owner of a name, at an address that is known to be the owner's: one that nobody has confirmed may be anybody's. */
    void tellThatTheNameIsTaken(Account owner, Locale locale) {
        Optional<String> address = owner.confirmedMail();
        if (address.isPresent() && limiter.mail("taken", owner.name(), owner.id(), address.get())) {
            MailOrder order = new MailOrder(MailKind.NAME_TAKEN, owner.name(), address.get(), plain(locale), "");
            transaction.run("order a mail", () -> {
                outbox.put(order);
                return true;
            });
        }
    }
}
