package dev.durin.token;

import dev.durin.rate.Rate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A token that was presented and is good, with the rights of its caller at this moment. Immutable; its text is not in
 * it.
 */
public final class VerifiedToken {

    /** Every caller who is known, whatever the roles; Jakarta Servlet's name for it. */
    private static final String ANY_CALLER = "**";

    private final StoredToken stored;
    private final Set<String> groups;
    private final @Nullable Rate throttleRate;

    VerifiedToken(StoredToken stored, Set<String> groups) {
        this.stored = stored;
        this.groups = Set.copyOf(groups);
        this.throttleRate = stored.client().throttleRate().orElse(null);
    }

    /**
     * What its owner may see.
     *
     * @return the token
     */
    public Token token() {
        return stored.token();
    }

    /**
     * The name of its caller.
     *
     * @return the name
     */
    public String caller() {
        return stored.token().caller();
    }

    /**
     * The name of its client.
     *
     * @return the name
     */
    public String client() {
        return stored.token().client();
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
        return stored.clientId() + ":" + caller();
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
        return TokenRequest.of(caller(), client).loggedIn(stored.loginGroups(), stored.origin());
    }

    String selector() {
        return stored.selector();
    }

    StoredToken stored() {
        return stored;
    }

    @Override
    public String toString() {
        return "VerifiedToken[" + token() + ", groups=" + groups + "]";
    }
}
