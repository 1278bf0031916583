package dev.durin.scoped;

import dev.durin.token.VerifiedToken;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A scoped token that was presented and is good, with the rights of its caller at this moment, of which it may use some.
 *
 * @param id its id, by which it can be ended; no secret
 * @param caller the name of its caller
 * @param groups the groups of its caller now
 * @param operations what it may do
 * @param recipientName whom it is for, or an empty text
 * @param issued when it was made
 * @param expiry when it ends
 * @param parentToken the token that it was made with; null when it was made without one
 */
public record VerifiedScopedToken(
        String id,
        String caller,
        Set<String> groups,
        List<Operation> operations,
        String recipientName,
        Instant issued,
        Instant expiry,
        @Nullable VerifiedToken parentToken) {

    /** Every caller who is known, whatever the roles; Jakarta Servlet's name for it. */
    private static final String ANY_CALLER = "**";

    /** Copies the groups and operations. */
    public VerifiedScopedToken {
        groups = Set.copyOf(groups);
        operations = List.copyOf(operations);
    }

    /**
     * Whom it is for.
     *
     * @return the name that was given to it, or empty
     */
    public Optional<String> recipient() {
        return recipientName.isEmpty() ? Optional.empty() : Optional.of(recipientName);
    }

    /**
     * The token that it was made with.
     *
     * @return the token, or empty when it was made without one
     */
    public Optional<VerifiedToken> parent() {
        return Optional.ofNullable(parentToken);
    }

    /**
     * The name of its client, which is that of the token that it was made with.
     *
     * @return the name, or an empty text, which no client has
     */
    public String client() {
        return parent().map(VerifiedToken::client).orElse("");
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
}
