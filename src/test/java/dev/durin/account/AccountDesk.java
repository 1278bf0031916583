package dev.durin.account;

import dev.durin.store.OwnTransaction;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;

/** Lets a test do what only Durin does. In the package that can, and in the tests' application. */
@Dependent
public class AccountDesk {

    private final AccountPurge purge;
    private final OwnTransaction transaction;
    private final AccountReader reader;
    private final AccountStore store;
    private final MailedLinkStore links;
    private final MailRequests requests;

    @Inject
    AccountDesk(
            AccountPurge purge,
            OwnTransaction transaction,
            AccountReader reader,
            AccountStore store,
            MailedLinkStore links,
            MailRequests requests) {
        this.purge = purge;
        this.transaction = transaction;
        this.reader = reader;
        this.store = store;
        this.links = links;
        this.requests = requests;
    }

    /** Purges at once; how many accounts and links went. */
    public int purge() {
        return purge.run();
    }

    /** How many have asked for a mail that is not ordered yet. */
    public int waiting() {
        return requests.waiting();
    }

    /** A link of another purpose, for another address; its selector. */
    public String link(String name, String purpose, String mail) {
        long id = reader.find(name).orElseThrow().account().id();
        return transaction.run("make a link", () -> {
            store.lock(id);
            return links.create(id, LinkPurpose.valueOf(purpose), mail, Duration.ofDays(1))
                    .selector();
        });
    }
}
