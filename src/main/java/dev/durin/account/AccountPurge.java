package dev.durin.account;

import dev.durin.config.Part;
import dev.durin.config.Settings;
import dev.durin.store.Batches;
import dev.durin.store.EntityStore;
import dev.durin.store.OwnTransaction;
import dev.durin.store.RegularWork;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Removes accounts that nobody has confirmed in time, and links that are not good any more: regularly while the application
 * runs, one node at a time, so many in one transaction. Thread-safe.
 */
@Part
public class AccountPurge {

    private static final Logger LOGGER = System.getLogger(AccountPurge.class.getName());
    private static final String ACCOUNTS = "purge-accounts";
    private static final String LINKS = "purge-links";

    private final OwnTransaction transaction;
    private final EntityStore entityStore;
    private final AccountStore store;
    private final MailedLinkStore links;
    private final AccountTokens tokens;
    private final RegularWork work;
    private final boolean enabled;
    private final Duration interval;

    @Inject
    AccountPurge(
            OwnTransaction transaction,
            EntityStore entityStore,
            AccountStore store,
            MailedLinkStore links,
            AccountTokens tokens,
            RegularWork work,
            Settings settings) {
        this.transaction = transaction;
        this.entityStore = entityStore;
        this.store = store;
        this.links = links;
        this.tokens = tokens;
        this.work = work;
        this.enabled = settings.accounts().enabled();
        this.interval = settings.token().purgeInterval();
    }

    /** Begins, where there are accounts, at some time between half an interval and one and a half, as other purges do. */
    public void start() {
        if (enabled) {
            long millis = interval.toMillis();
            Duration first = Duration.ofMillis(millis / 2 + (long) (new SecureRandom().nextDouble() * millis));
            work.start(first, interval, this::run, () -> {});
        }
    }

    /** Ends. */
    public void stop() {
        work.stop();
    }

    /** Goes on until there are no more, or another node is at it; how many accounts and links went. */
    int run() {
        List<Integer> removed = Batches.each(
                () -> Batches.untilEmpty(this::removeAccounts), () -> Batches.untilEmpty(this::removeLinks));
        LOGGER.log(
                Level.DEBUG,
                "{0} accounts that nobody has confirmed and {1} links were removed",
                removed.get(0),
                removed.get(1));
        return removed.get(0) + removed.get(1);
    }

    private int removeLinks(int most) {
        return transaction.run("remove expired links", () -> entityStore.lockTask(LINKS) ? links.purgeSome(most) : 0);
    }

    private int removeAccounts(int most) {
        List<String> names = transaction.run(
                "remove accounts that nobody has confirmed",
                () -> new ArrayList<>(entityStore.lockTask(ACCOUNTS) ? store.purgeAbandoned(most) : List.of()));
        names.forEach(this::abandoned);
        return names.size();
    }

    /** They are gone; what cannot be done for one is done for the others all the same. */
    private void abandoned(String name) {
        try {
            tokens.abandoned(name);
        } catch (RuntimeException e) {
            LOGGER.log(
                    Level.WARNING, "The scoped tokens of an account that nobody has confirmed could not be ended", e);
        }
    }
}
