package dev.durin.token;

import dev.durin.usage.Selector;
import java.util.Set;

/** What was found out about a good token that is signed and not stored. */
final class SignedEntry extends CacheEntry {

    private static final long NO_CLIENT = -1;

    private final SignedToken token;
    private final Set<String> groups;
    private final long began;

    /**
     * What was found out.
     *
     * @param groups the groups of its caller; empty for one whose parent tells them
     * @param began when it began to be found out, in epoch milliseconds
     */
    SignedEntry(SignedToken token, Set<String> groups, long began) {
        this.token = token;
        this.groups = Set.copyOf(groups);
        this.began = began;
    }

    boolean isOf(SignedToken other) {
        return token.equals(other);
    }

    Set<String> groups() {
        return groups;
    }

    @Override
    Selector selector() {
        return token.id();
    }

    @Override
    String caller() {
        return token.caller();
    }

    /** A change of a client ends nothing here but the parent, which is kept elsewhere. */
    @Override
    long clientId() {
        return NO_CLIENT;
    }

    @Override
    long began() {
        return began;
    }

    @Override
    boolean hasExpired(long now) {
        return now >= token.expiry().toEpochMilli();
    }
}
