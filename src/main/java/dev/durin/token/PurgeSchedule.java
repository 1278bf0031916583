package dev.durin.token;

import dev.durin.config.Part;
import dev.durin.config.Settings;
import dev.durin.store.Batches;
import dev.durin.store.OwnTransaction;
import dev.durin.store.RegularWork;
import dev.durin.store.Revocations;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Duration;

/** Has expired tokens removed regularly while the application runs, never inside a request. */
@Part
public class PurgeSchedule {

    private static final Logger LOGGER = System.getLogger(PurgeSchedule.class.getName());

    private final Tokens tokens;
    private final OwnTransaction transaction;
    private final Revocations revocations;
    private final RegularWork work;
    private final Duration interval;

    @Inject
    PurgeSchedule(
            Tokens tokens, OwnTransaction transaction, Revocations revocations, RegularWork work, Settings settings) {
        this.tokens = tokens;
        this.transaction = transaction;
        this.revocations = revocations;
        this.work = work;
        this.interval = settings.token().purgeInterval();
    }

    /**
     * Begins. The first purge comes at some time between half an interval and one and a half, so that nodes that start
     * together do not purge together.
     */
    public void start() {
        work.start(firstPause(), interval, this::purgeAll, () -> {});
    }

    private Duration firstPause() {
        long millis = interval.toMillis();
        return Duration.ofMillis(millis / 2 + (long) (new SecureRandom().nextDouble() * millis));
    }

    /** Ends. */
    public void stop() {
        work.stop();
    }

    private void purgeAll() {
        purge();
        purgeRevocations();
    }

    /** An exception would end the schedule, so a failing purge is told and tried again at the next time. */
    private void purge() {
        try {
            int removed = tokens.purgeExpired();
            LOGGER.log(Level.DEBUG, "{0} expired tokens were removed", removed);
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "The expired tokens could not be removed; it is tried again in " + interval, e);
        }
    }

    private void purgeRevocations() {
        try {
            Batches.untilEmpty(most -> transaction.run("purge old revocations", () -> revocations.purgeSome(most)));
        } catch (RuntimeException e) {
            LOGGER.log(
                    Level.WARNING,
                    "Old rows of durin_revocation could not be removed; it is tried again in " + interval,
                    e);
        }
    }
}
