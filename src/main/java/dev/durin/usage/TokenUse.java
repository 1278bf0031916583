package dev.durin.usage;

import dev.durin.store.FreeText;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The uses of one token on one day since they were last gathered. Exact with any number of threads, without a lock, and
 * without new objects unless address or user agent change.
 */
final class TokenUse {

    /** Far enough from zero that no number of late uses gets there. */
    private static final long ENDED = Long.MIN_VALUE;

    private static final int ADDRESS_LENGTH = 64;
    private static final int USER_AGENT_LENGTH = 256;

    private final long tokenId;
    private final Selector selector;
    private final UsageKey key;
    private final AtomicLong count = new AtomicLong();
    private final AtomicLong last;
    private volatile Origin origin;

    TokenUse(long tokenId, Selector selector, UsageKey key, long now, String address, String userAgent) {
        this.tokenId = tokenId;
        this.selector = selector;
        this.key = key;
        this.last = new AtomicLong(now);
        this.origin = Origin.of(address, userAgent);
    }

    /** Counts a use; false when the uses were gathered already, so that another object has to take it. */
    boolean count(long now, String address, String userAgent) {
        // Before it is counted: whoever gathers takes what is here after the last one that counts.
        if (now >= last.get()) {
            last.accumulateAndGet(now, Math::max);
            if (!origin.is(address, userAgent)) {
                origin = Origin.of(address, userAgent);
            }
        }
        return count.incrementAndGet() > 0;
    }

    /** How many there were; zero for everyone but the first who asks. None is counted here any more. */
    long end() {
        return Math.max(0, count.getAndSet(ENDED));
    }

    boolean isOn(long day) {
        return key.day() == day;
    }

    long tokenId() {
        return tokenId;
    }

    Selector selector() {
        return selector;
    }

    UsageKey key() {
        return key;
    }

    LastUse.At lastUse() {
        Origin from = origin;
        return new LastUse.At(Instant.ofEpochMilli(last.get()), from.address, from.userAgent);
    }

    /** Cut to its columns, so that what waits to be written is bounded. */
    private record Origin(String address, String userAgent) {

        static Origin of(String address, String userAgent) {
            return new Origin(FreeText.cut(address, ADDRESS_LENGTH), FreeText.cut(userAgent, USER_AGENT_LENGTH));
        }

        boolean is(String otherAddress, String otherUserAgent) {
            return address.equals(otherAddress) && userAgent.equals(otherUserAgent);
        }
    }
}
