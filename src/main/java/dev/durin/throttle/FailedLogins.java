package dev.durin.throttle;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.durin.config.Configured;
import dev.durin.config.IpAddress;
import dev.durin.config.Part;
import dev.durin.config.Settings;
import dev.durin.spi.TimeSource;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Keeps whoever tries passwords waiting: after so many failures for a name, and after more of them from an address, each
 * further one makes the next wait twice as long. Each login is counted before its password is looked at, so that many at
 * once are no more than one after the other. In memory, on each node by itself. Tokens that exist are none of its business.
 * Thread-safe.
 */
@Part
public class FailedLogins {

    /** An address may be an office, where people mistype; a name is one person's. */
    private static final int ADDRESS_FACTOR = 10;

    private final int limit;
    private final boolean addressesAreKnown;
    private final TimeSource time;
    private final Cache<String, FailureCount> counts;

    @Inject
    FailedLogins(Settings settings, @Configured TimeSource time) {
        this.limit = settings.throttle().failedLogins();
        this.addressesAreKnown = settings.trustedProxies().known();
        this.time = time;
        // By the clock of the JVM, and long after they are forgotten, so this does no more than free memory.
        this.counts = Caffeine.newBuilder()
                .maximumSize(settings.throttle().size())
                .expireAfterAccess(Duration.ofHours(1))
                .build();
    }

    /**
     * Counts a login that is about to be checked. Whatever becomes of it must be told to the attempt.
     *
     * @param username the name as it was typed
     * @param address where the login comes from
     * @return the attempt
     */
    public Attempt begin(String username, String address) {
        if (limit == 0) {
            return new Attempt(Place.NONE, Place.NONE);
        }
        Place name = enter("name " + folded(username), limit);
        Place origin = addressesAreKnown && name.admitted()
                ? enter("address " + subscriber(address), limit * ADDRESS_FACTOR)
                : Place.NONE;
        if (name.admitted() && !origin.admitted()) {
            leave(name);
        }
        return new Attempt(name, origin);
    }

    /** Identity stores may take several spellings for one name; each must not have guesses of its own. */
    private static String folded(String username) {
        return Normalizer.normalize(username, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    private static String subscriber(String address) {
        return IpAddress.parse(address).map(IpAddress::subscriber).orElse("unknown");
    }

    private Place enter(String key, int most) {
        Instant now = time.now();
        boolean[] admitted = {false};
        counts.asMap().compute(key, (same, known) -> {
            FailureCount before = known == null ? FailureCount.NONE : known;
            admitted[0] = before.admits(most, now);
            return admitted[0] ? before.begun(now) : before;
        });
        return new Place(key, most, admitted[0]);
    }

    private void fail(Place place) {
        if (place.isCounted()) {
            Instant now = time.now();
            counts.asMap().compute(place.key(), (same, known) -> (known == null ? FailureCount.NONE : known)
                    .failed(place.limit(), now));
        }
    }

    private void succeed(Place name, Place origin) {
        FailureCount ofName = name.isCounted() ? counts.asMap().remove(name.key()) : null;
        int forgiven = ofName == null ? 0 : ofName.failures();
        counts.asMap().computeIfPresent(origin.key(), (same, count) -> count.givenBack(forgiven));
    }

    private void leave(Place place) {
        counts.asMap().computeIfPresent(place.key(), (same, count) -> count.givenBack(0));
    }

    /**
     * A place in a queue that may be closed.
     *
     * @param key the queue
     * @param limit after how many failures it closes
     * @param admitted whether it was open
     */
    private record Place(String key, int limit, boolean admitted) {

        /** Where nothing is counted. */
        static final Place NONE = new Place("", 0, true);

        boolean isCounted() {
            return !key.isEmpty();
        }
    }

    /** A login that was counted. To be closed when it is known what became of it; what nobody has told was not found out. */
    public final class Attempt implements AutoCloseable {

        private final Place name;
        private final Place origin;
        private final AtomicBoolean told;

        private Attempt(Place name, Place origin) {
            this.name = name;
            this.origin = origin;
            this.told = new AtomicBoolean(isLocked());
        }

        /**
         * Whether there were too many failures before, so that this is one whatever the password is.
         *
         * @return true when it must fail
         */
        public boolean isLocked() {
            return !name.admitted() || !origin.admitted();
        }

        /** It failed. */
        public void failed() {
            if (told.compareAndSet(false, true)) {
                fail(name);
                fail(origin);
            }
        }

        /**
         * It succeeded. The failures of the name are forgotten, and of those of the address as many as the name had: else
         * whoever has a good password could guess at others from there for ever.
         */
        public void succeeded() {
            if (told.compareAndSet(false, true)) {
                succeed(name, origin);
            }
        }

        /** Gives the place back when it was not found out whether the password is right. */
        @Override
        public void close() {
            if (told.compareAndSet(false, true)) {
                leave(name);
                leave(origin);
            }
        }
    }
}
