package dev.durin.usage;

import dev.durin.config.Configured;
import dev.durin.config.Part;
import dev.durin.config.Settings;
import dev.durin.config.Settings.RecordSettings;
import dev.durin.spi.TimeSource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Takes note of every use of a token, in memory alone: a request with a good token writes nothing. Thread-safe, exact,
 * and without a lock for a token that was used before in the same interval.
 */
@Part
public class UsageRecorder {

    private static final long DAY = Duration.ofDays(1).toMillis();

    private final ConcurrentMap<Selector, TokenUse> current = new ConcurrentHashMap<>();
    private final PendingUses pending = new PendingUses();
    private final LongAdder givenUp = new LongAdder();
    private final boolean on;
    private final RecordSettings origins;
    private final int most;
    private final TimeSource time;

    @Inject
    UsageRecorder(Settings settings, @Configured TimeSource time) {
        this.on = settings.usage().isRecorded();
        this.origins = settings.recorded();
        this.most = settings.cache().size();
        this.time = time;
    }

    /**
     * Takes note of a use at this moment. Of a token that was used before in the same interval nothing new is made.
     *
     * @param tokenId the id of the token's row, which it may share with a token that comes after it
     * @param selector what tells the token from every other
     * @param caller the name of its caller
     * @param clientId the id of its client
     * @param address where the request came from
     * @param userAgent what it was made with
     */
    public void record(
            long tokenId, Selector selector, String caller, long clientId, String address, String userAgent) {
        if (!on) {
            return;
        }
        long now = time.now().toEpochMilli();
        long day = Math.floorDiv(now, DAY);
        String keptAddress = origins.keptAddress(address);
        String keptAgent = origins.keptUserAgent(userAgent);
        boolean counted = false;
        while (!counted) {
            TokenUse use = current.get(selector);
            if (use != null && !use.isOn(day)) {
                gather(use);
            } else if (use != null) {
                counted = use.count(now, keptAddress, keptAgent);
                if (!counted) {
                    current.remove(selector, use);
                }
            } else if (current.size() < most) {
                UsageKey key = new UsageKey(caller, clientId, day);
                current.putIfAbsent(selector, new TokenUse(tokenId, selector, key, now, keptAddress, keptAgent));
            } else {
                givenUp.increment();
                return;
            }
        }
    }

    /**
     * The last use of a token, also if it is not written yet.
     *
     * @param selector what tells the token from every other
     * @param written what the table says
     * @return the later one of what the table and what this node says
     */
    public LastUse latest(Selector selector, LastUse written) {
        // In the direction in which they move on, so that none is missed on its way.
        Optional<LastUse> recorded = Optional.ofNullable(current.get(selector)).map(TokenUse::lastUse);
        Optional<LastUse> waiting = pending.lastUse(selector);
        return written.orLater(waiting.orElse(LastUse.NEVER)).orLater(recorded.orElse(LastUse.NEVER));
    }

    /** Everything up to now, to be written. */
    PendingUses gather() {
        current.values().forEach(this::gather);
        return pending;
    }

    /** How much had to be given up since this was last asked, so that memory stays bounded. */
    long givenUp() {
        return givenUp.sumThenReset() + pending.keepAtMost(most);
    }

    /** First to where it waits, then away from here: whoever looks for it finds it all the time. */
    private void gather(TokenUse use) {
        pending.add(use);
        current.remove(use.selector(), use);
    }
}
