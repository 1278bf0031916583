package dev.durin.token;

import dev.durin.rate.Rate;
import dev.durin.spi.Expiry;
import dev.durin.usage.LastUse;
import dev.durin.usage.Selector;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A token that was presented and is good, with the rights of its caller at this moment. Immutable; its text is not in
 * it.
 *
 * <p>One is kept in memory for every token in use, so it is made small: times are numbers, and what many tokens have in
 * common is there once.
 */
public final class VerifiedToken extends CacheEntry {

    /** Every caller who is known, whatever the roles; Jakarta Servlet's name for it. */
    private static final String ANY_CALLER = "**";

    private static final long NEVER = Long.MAX_VALUE;

    private final long id;
    private final String caller;
    private final String name;
    private final long created;
    private final long expiry;
    private final Selector selector;
    private final String keyId;
    private final StoredClient client;
    private final @Nullable Rate throttleRate;
    private final Set<String> groups;
    private final Set<String> loginGroups;
    private final CallerOrigin origin;
    private final long began;

    /**
     * What was found out about a token.
     *
     * @param stored what the table says
     * @param selector what the row was found by
     * @param groups the groups of its caller
     * @param began when it began to be found out, in epoch milliseconds
     * @param cache has what is common to many
     */
    VerifiedToken(StoredToken stored, Selector selector, Set<String> groups, long began, TokenCache cache) {
        Token token = stored.token();
        this.id = token.id();
        this.caller = token.caller();
        this.name = cache.one(token.name());
        this.created = token.created().toEpochMilli();
        this.expiry = token.expiry().instant().map(Instant::toEpochMilli).orElse(NEVER);
        this.selector = selector;
        this.keyId = cache.one(stored.keyId());
        this.client = cache.one(stored.client());
        this.throttleRate = stored.client().throttleRate().map(cache::one).orElse(null);
        this.groups = cache.one(Set.copyOf(groups));
        this.loginGroups = cache.one(stored.loginGroups());
        this.origin = cache.one(stored.origin());
        this.began = began;
    }

    /**
     * What its owner may see, but for where its login came from and when it was used last: these are empty and "never".
     * {@link Tokens#list} tells them.
     *
     * @return the token
     */
    public Token token() {
        return new Token(
                id, caller, client.name(), name, Instant.ofEpochMilli(created), expiry(), "", "", LastUse.NEVER);
    }

    private Expiry expiry() {
        return expiry == NEVER ? Expiry.NEVER : Expiry.at(Instant.ofEpochMilli(expiry));
    }

    /**
     * The name of its caller.
     *
     * @return the name
     */
    @Override
    public String caller() {
        return caller;
    }

    /**
     * The name of its client.
     *
     * @return the name
     */
    public String client() {
        return client.name();
    }

    /**
     * The groups of its caller now.
     *
     * @return the groups
     */
    public Set<String> groups() {
        return groups;
    }

    /**
     * How many requests its client lets each caller make.
     *
     * @return the client's own rate, or empty when it has none
     */
    public Optional<Rate> throttleRate() {
        return Optional.ofNullable(throttleRate);
    }

    /**
     * What the caller's requests with tokens of this client are counted under, whatever becomes of the token or of the
     * client's name.
     *
     * @return the name of the budget
     */
    public String budget() {
        return clientId() + ":" + caller;
    }

    /**
     * Whether its caller has a role. Roles are groups by their names.
     *
     * @param role the role's name; {@code **} is every caller who is known
     * @return whether the caller has it
     */
    public boolean hasRole(String role) {
        return role.equals(ANY_CALLER) || groups.contains(role);
    }

    /**
     * A request for a token of another client, for the same caller with what is known of them.
     *
     * @param client the name of the other client
     * @return the request
     */
    public TokenRequest forClient(String client) {
        return TokenRequest.of(caller, client).loggedIn(loginGroups, origin);
    }

    long id() {
        return id;
    }

    @Override
    long clientId() {
        return client.id();
    }

    @Override
    Selector selector() {
        return selector;
    }

    String keyId() {
        return keyId;
    }

    @Override
    long began() {
        return began;
    }

    @Override
    boolean hasExpired(long now) {
        return now >= expiry;
    }

    @Override
    public String toString() {
        return "VerifiedToken[" + token() + ", groups=" + groups + "]";
    }
}
