package dev.durin.account;

import dev.durin.config.AccountMailSettings;
import dev.durin.config.Configured;
import dev.durin.config.Part;
import dev.durin.config.Settings;
import dev.durin.mail.MailLinks;
import dev.durin.mail.MailOrder;
import dev.durin.spi.TimeSource;
import dev.durin.store.OwnTransaction;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Makes the links in the mails of accounts. They begin with what the settings say and never with what a request says, which
 * anybody may have sent. Thread-safe.
 */
@Part
class AccountMailLinks implements MailLinks {

    private static final String TOKEN = "{token}";

    private final AccountMailSettings settings;
    private final String confirmPage;
    private final OwnTransaction transaction;
    private final MailedLinkStore store;
    private final LinkTexts texts;
    private final TimeSource time;

    @Inject
    AccountMailLinks(
            Settings settings,
            OwnTransaction transaction,
            MailedLinkStore store,
            LinkTexts texts,
            @Configured TimeSource time) {
        this.settings = settings.accounts().mail();
        this.confirmPage = settings.registration().link().page();
        this.transaction = transaction;
        this.store = store;
        this.texts = texts;
        this.time = time;
    }

    @Override
    public Optional<MailLink> of(MailOrder order) {
        return transaction
                .run("find a link for a mail", () -> store.find(order.link()))
                .filter(link -> link.isGood(time.now()) && link.mail().equals(order.address()))
                .flatMap(this::written);
    }

    private Optional<MailLink> written(MailedLink link) {
        return texts.write(link).map(text -> new MailLink(page(link).replace(TOKEN, text), link.expiry()));
    }

    private String page(MailedLink link) {
        boolean confirms = link.purpose().confirms();
        String own = confirms ? confirmPage : settings.resetPage();
        String durins = settings.baseUrl() + (confirms ? "/auth/register/confirm/" : "/auth/account/reset/") + TOKEN;
        return own.isEmpty() ? durins : own;
    }
}
