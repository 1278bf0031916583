package dev.durin.account;

import dev.durin.config.Part;
import dev.durin.config.Settings;
import dev.durin.event.TokenIssued;
import dev.durin.mail.MailOrder;
import dev.durin.mail.Outbox;
import dev.durin.mail.Texts;
import dev.durin.spi.MailKind;
import dev.durin.store.OwnTransaction;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells callers by mail what they may not have done themselves, at the address that was confirmed to be theirs. Thread-safe.
 */
@Part
class AccountNotices {

    private static final Logger LOGGER = System.getLogger(AccountNotices.class.getName());

    private final Settings settings;
    private final Outbox outbox;
    private final Texts texts;
    private final OwnTransaction transaction;
    private final AccountReader accounts;

    @Inject
    AccountNotices(Settings settings, Outbox outbox, Texts texts, OwnTransaction transaction, AccountReader accounts) {
        this.settings = settings;
        this.outbox = outbox;
        this.texts = texts;
        this.transaction = transaction;
        this.accounts = accounts;
    }

    /** The language of a caller who has not said which. */
    Locale usualLanguage() {
        return texts.language(List.of());
    }

    /** Inside the transaction that changes it. */
    void passwordChanged(Account account, Locale locale) {
        tell(account, MailKind.PASSWORD_CHANGED, locale);
    }

    /** Inside the transaction that changes it; at the address until now. */
    void addressChanged(Account before, Locale locale) {
        tell(before, MailKind.ADDRESS_CHANGED, locale);
    }

    /** On another thread, after the commit: whoever makes a token does not wait for a look at the accounts. */
    void apiAccessIssued(@ObservesAsync TokenIssued fact) {
        if (!isOn() || !settings.apiAccess().isApiAccess(fact.client())) {
            return;
        }
        try {
            Optional<StoredAccount> owner = accounts.findExactly(fact.caller());
            owner.ifPresent(account -> transaction.run("tell of an API access token", () -> {
                tell(account.account(), MailKind.API_ACCESS_ISSUED, usualLanguage());
                return account;
            }));
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "A caller could not be told of a new API access token", e);
        }
    }

    private void tell(Account account, MailKind kind, Locale locale) {
        if (isOn()) {
            account.confirmedMail()
                    .ifPresent(address -> outbox.put(new MailOrder(kind, account.name(), address, locale, "")));
        }
    }

    private boolean isOn() {
        return settings.accounts().enabled() && settings.mail().notices();
    }
}
