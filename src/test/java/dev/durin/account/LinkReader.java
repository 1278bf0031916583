package dev.durin.account;

import dev.durin.store.EntityStore;
import dev.durin.store.OwnTransaction;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Lets a test follow a link without a mail server. In the package that knows, and in the tests' application. */
@Dependent
public class LinkReader {

    private final OwnTransaction transaction;
    private final EntityStore store;
    private final LinkTexts texts;

    @Inject
    LinkReader(OwnTransaction transaction, EntityStore store, LinkTexts texts) {
        this.transaction = transaction;
        this.store = store;
        this.texts = texts;
    }

    /** The text of the link that a row is for. */
    public String text(String selector) {
        return transaction.run("read a link", () -> texts.write(store.entityManager()
                        .find(MailedLinkEntity.class, selector)
                        .toLink())
                .orElseThrow());
    }
}
