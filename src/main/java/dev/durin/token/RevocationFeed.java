package dev.durin.token;

import dev.durin.config.Configured;
import dev.durin.config.Part;
import dev.durin.config.Settings;
import dev.durin.spi.TimeSource;
import dev.durin.store.RevocationReader;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What other nodes have ended or changed, brought to what is kept in memory of tokens. Nobody has to notice when it stays
 * away: what is kept lapses by itself. Thread-safe.
 */
@Part
public class RevocationFeed {

    private static final Logger LOGGER = System.getLogger(RevocationFeed.class.getName());

    private final RevocationReader reader;
    private final TokenCache cache;
    private final SignedTokenCache signedCache;
    private final Settings settings;
    private final TimeSource time;
    private volatile @Nullable Instant lastRead;
    private volatile @Nullable Instant awaitedSince;
    private final AtomicBoolean late = new AtomicBoolean();
    private @Nullable Instant outageBegan;

    @Inject
    RevocationFeed(
            RevocationReader reader,
            TokenCache cache,
            SignedTokenCache signedCache,
            Settings settings,
            @Configured TimeSource time) {
        this.reader = reader;
        this.cache = cache;
        this.signedCache = signedCache;
        this.settings = settings;
        this.time = time;
    }

    /**
     * Whether there is something to be read, and for whom.
     *
     * @return false where nothing is kept in memory, or on a single node that was told so
     */
    public boolean isOn() {
        return settings.feed().isOn() && !settings.cache().timeout().isZero();
    }

    /** From now on it is to be read. */
    void begin() {
        awaitedSince = time.now();
    }

    /** Reads once. A failure is told in the log when it begins and when it is over, and a read that comes too late once. */
    public synchronized void read() {
        Instant began = time.now();
        try {
            reader.readNew(found -> {
                cache.confirm(began, found);
                signedCache.confirm(began, found);
            });
        } catch (RuntimeException e) {
            tellOutage(began, e);
            return;
        }
        Duration gap = waited(began);
        lastRead = began;
        awaitedSince = began;
        if (!isTooLong(waited(time.now()))) {
            tellEnd(gap, began);
        }
    }

    /** A read that hangs or was never begun throws nothing, so somebody else has to look at the time. */
    void tellWhenLate() {
        if (isOn() && isTooLong(waited(time.now())) && late.compareAndSet(false, true)) {
            LOGGER.log(
                    Level.WARNING,
                    "What other nodes have ended was not read from durin_revocation for longer than {0}: the read that began"
                            + " last has not come back, or the server had no thread for another. Each token is looked up"
                            + " again meanwhile. A time-out of the driver's for its connections would end such a read",
                    settings.feed().outageTimeout());
        }
    }

    private Duration waited(Instant now) {
        Instant since = awaitedSince;
        return since == null ? Duration.ZERO : Duration.between(since, now);
    }

    private boolean isTooLong(Duration waited) {
        return waited.compareTo(settings.feed().outageTimeout()) >= 0;
    }

    private void tellOutage(Instant now, RuntimeException failure) {
        if (outageBegan == null) {
            outageBegan = now;
            LOGGER.log(
                    Level.WARNING,
                    "What other nodes have ended cannot be read from durin_revocation. Until it can, each token is looked"
                            + " up again when "
                            + settings.feed().outageTimeout() + " have passed since it was last known to be good",
                    failure);
        }
    }

    /** Also of a gap that nobody had the chance to tell of meanwhile. */
    private void tellEnd(Duration gap, Instant now) {
        Instant outage = outageBegan;
        outageBegan = null;
        if (late.getAndSet(false) || outage != null) {
            LOGGER.log(
                    Level.INFO,
                    "What other nodes have ended can be read again, after {0}",
                    outage == null ? gap : Duration.between(outage, now));
        } else if (isTooLong(gap)) {
            LOGGER.log(
                    Level.WARNING,
                    "What other nodes have ended was not read from durin_revocation for {0}, though no read failed: the server"
                            + " had no thread for it, or this node stood still. Each token was looked up again meanwhile",
                    gap);
        }
    }

    /**
     * How long ago it was read.
     *
     * @return the time that has passed since the last read that succeeded began, or empty when there was none
     */
    public Optional<Duration> age() {
        return Optional.ofNullable(lastRead).map(read -> Duration.between(read, time.now()));
    }

    /**
     * Whether what other nodes end is known here within the bound.
     *
     * @return false when the last read that succeeded is too long ago
     */
    public boolean isInTime() {
        return !isOn()
                || age().filter(age -> age.compareTo(settings.feed().outageTimeout()) < 0)
                        .isPresent();
    }
}
