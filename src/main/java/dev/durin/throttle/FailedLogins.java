package dev.durin.throttle;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.durin.config.Configured;
import dev.durin.config.IpAddress;
import dev.durin.config.Part;
import dev.durin.config.Settings;
import dev.durin.spi.TimeSource;
import dev.durin.throttle.FailureCount.Entry;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps whoever tries passwords waiting: after so many failures for a name, and after more of them from an address, each
 * further one makes the next wait twice as long. Each login is counted before anybody learns whether its password is right,
 * so that many at once are no more than one after the other. In memory, on each node by itself. Tokens that exist are none of
 * its business. Thread-safe.
 */
@Part
public class FailedLogins {

    /** An address may be an office, where people mistype; a name is one person's. */
    private static final int ADDRESS_FACTOR = 10;

    /**
     * How often one failure of an address is forgotten. Where many people are, somebody fails every few minutes, such as a
     * device with an old password; without this they would all be locked out in the end.
     */
    private static final Duration ADDRESS_DRAIN = Duration.ofMinutes(1);

    /** Others take as long as it takes to check a password. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final int limit;
    private final boolean addressesAreKnown;
    private final TimeSource time;
    private final Cache<String, FailureCount> counts;
    private final Turns turns;

    @Inject
    FailedLogins(Settings settings, @Configured TimeSource time) {
        this(settings, time, PATIENCE);
    }

    /** @param patience how long a login waits for others that are being checked */
    FailedLogins(Settings settings, TimeSource time, Duration patience) {
        this.limit = settings.throttle().failedLogins();
        this.addressesAreKnown = settings.trustedProxies().known();
        this.time = time;
        this.turns = new Turns(patience);
        // By the clock of the JVM, and long after they are forgotten, so this does no more than free memory.
        this.counts = Caffeine.newBuilder()
                .maximumSize(settings.throttle().size())
                .expireAfterAccess(Duration.ofHours(1))
                .build();
    }

    /**
     * Counts a login that is about to be checked. Whatever becomes of it must be told to the attempt, by the same thread.
     *
     * @param username the name as it was typed
     * @param address where the login comes from
     * @return the attempt
     */
    public Attempt begin(String username, String address) {
        List<Place> places = new ArrayList<>();
        if (limit > 0) {
            places.add(new Place("name " + CountedName.of(username), limit, CountedName.exactly(username)));
            if (addressesAreKnown) {
                places.add(new Place("address " + subscriber(address), limit * ADDRESS_FACTOR, ""));
            }
        }
        return new Attempt(List.copyOf(places));
    }

    private static String subscriber(String address) {
        return IpAddress.parse(address).map(IpAddress::subscriber).orElse("unknown");
    }

    /** Counts in all of them or in none: a name that has to wait is no matter of the address. */
    private Entry enter(List<Place> places) {
        for (int at = 0; at < places.size(); at++) {
            Entry entry = enter(places.get(at));
            if (entry != Entry.ADMITTED) {
                places.subList(0, at).forEach(this::leave);
                return entry;
            }
        }
        return Entry.ADMITTED;
    }

    private Entry enter(Place place) {
        Instant now = time.now();
        Entry[] entry = {Entry.LOCKED};
        counts.asMap().compute(place.key(), (same, known) -> {
            FailureCount before = known == null ? FailureCount.NONE : place.atThisMoment(known, now);
            entry[0] = before.entry(place.limit(), now);
            return entry[0] == Entry.ADMITTED ? before.begun(now) : before;
        });
        return entry[0];
    }

    private void fail(Place place) {
        Instant now = time.now();
        counts.asMap().compute(place.key(), (same, known) -> (known == null ? FailureCount.NONE : known)
                .failed(place.spelling(), place.limit(), now));
    }

    /** The name is the first of them. */
    private void succeed(List<Place> places) {
        int[] forgiven = {0};
        for (Place place : places) {
            counts.asMap().computeIfPresent(place.key(), (same, count) -> {
                if (place.isAddress()) {
                    return count.givenBack(forgiven[0]);
                }
                if (!count.isOf(place.spelling())) {
                    // Else whoever has a name that looks like another one could guess at that for ever.
                    return count.givenBack(0);
                }
                forgiven[0] = count.failures();
                return count.succeeded();
            });
            // No memory for those of whom there is nothing to remember.
            counts.asMap().remove(place.key(), FailureCount.NONE);
        }
    }

    private void leave(Place place) {
        counts.asMap().computeIfPresent(place.key(), (same, count) -> count.givenBack(0));
    }

    /**
     * A place in a queue that may be closed.
     *
     * @param key the queue
     * @param limit after how many failures it closes
     * @param spelling what was typed for the name, as a digest; empty for an address
     */
    private record Place(String key, int limit, String spelling) {

        boolean isAddress() {
            return spelling.isEmpty();
        }

        FailureCount atThisMoment(FailureCount count, Instant now) {
            return isAddress() ? count.drained(ADDRESS_DRAIN, now) : count;
        }
    }

    /** A login that was counted. To be closed when it is known what became of it; what nobody has told was not found out. */
    public final class Attempt implements AutoCloseable {

        private final List<Place> places;
        private Entry entry;
        private boolean told;

        private Attempt(List<Place> places) {
            this.places = places;
            this.entry = enter(places);
        }

        /**
         * Whether it is certain that the password will count. If not, nothing may come of it before {@link #isLocked} has
         * been asked.
         *
         * @return false when there were too many failures before, or so many others are being checked that there may be
         */
        public boolean isAdmitted() {
            return entry == Entry.ADMITTED;
        }

        /**
         * Whether there were too many failures before, so that this is one whatever the password is. To be asked when the
         * password has been checked, right or wrong: it may wait for others who are being checked.
         *
         * @return true when it must fail
         */
        public boolean isLocked() {
            if (entry == Entry.FULL) {
                Entry settled = turns.await(Entry.FULL, () -> enter(places));
                entry = settled == Entry.ADMITTED ? Entry.ADMITTED : Entry.LOCKED;
            }
            return entry == Entry.LOCKED;
        }

        /** It failed. */
        public void failed() {
            if (!isLocked()) {
                tell(() -> places.forEach(FailedLogins.this::fail));
            }
        }

        /**
         * It succeeded. The failures of the name are forgotten if it was typed the same at all of them, and of those of the address as many as the name had: else
         * whoever has a good password could guess at others from there for ever.
         */
        public void succeeded() {
            if (!isLocked()) {
                tell(() -> succeed(places));
            }
        }

        /** Gives the place back when it was not found out whether the password is right. */
        @Override
        public void close() {
            if (isAdmitted()) {
                tell(() -> places.forEach(FailedLogins.this::leave));
            }
        }

        private void tell(Runnable outcome) {
            if (!told) {
                told = true;
                outcome.run();
                turns.end();
            }
        }
    }
}
