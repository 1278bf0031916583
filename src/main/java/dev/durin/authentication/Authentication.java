package dev.durin.authentication;

import dev.durin.scoped.VerifiedScopedToken;
import dev.durin.token.VerifiedToken;
import java.util.Set;

/** What a request says of who sends it. */
public sealed interface Authentication {

    /** Nothing that is meant for Durin. */
    record Anonymous() implements Authentication {}

    /** A good token, of whatever kind. */
    sealed interface Known extends Authentication {

        /**
         * The name of its caller.
         *
         * @return the name
         */
        String caller();

        /**
         * The groups of its caller now.
         *
         * @return the groups
         */
        Set<String> groups();

        /**
         * The name of its client.
         *
         * @return the name, or an empty text when it has none, as a scoped token that was made without another one
         */
        String client();

        /**
         * Whether its caller has a role. Roles are groups by their names.
         *
         * @param role the role's name; {@code **} is every caller who is known
         * @return whether the caller has it
         */
        boolean hasRole(String role);
    }

    /**
     * A good token of a client.
     *
     * @param token the token
     */
    record Authenticated(VerifiedToken token) implements Known {

        @Override
        public String caller() {
            return token.caller();
        }

        @Override
        public Set<String> groups() {
            return token.groups();
        }

        @Override
        public String client() {
            return token.client();
        }

        @Override
        public boolean hasRole(String role) {
            return token.hasRole(role);
        }
    }

    /**
     * A good scoped token, which allows this request. Where it is for resource methods, JAX-RS still has to say whether it is
     * one of them, which it does before the method is called.
     *
     * @param token the token
     */
    record ScopedAuthenticated(VerifiedScopedToken token) implements Known {

        @Override
        public String caller() {
            return token.caller();
        }

        @Override
        public Set<String> groups() {
            return token.groups();
        }

        @Override
        public String client() {
            return token.client();
        }

        @Override
        public boolean hasRole(String role) {
            return token.hasRole(role);
        }
    }

    /**
     * A token that is not good: 401.
     *
     * @param detail why, for the caller
     * @param scoped whether it was meant for a scoped one
     */
    record Refused(String detail, boolean scoped) implements Authentication {}

    /**
     * A good scoped token that does not allow this request: 403, or what {@code durin.scoped.out-of-scope-status} says.
     *
     * @param problem what to answer
     */
    record OutOfScope(Problem problem) implements Authentication {}

    /**
     * A token that is not good, after too many of them from the same address: 429.
     *
     * @param problem what to answer
     */
    record Throttled(Problem problem) implements Authentication {}

    /** A token that could not be checked, because something that Durin needs is away: 503, never 401. */
    record Unavailable() implements Authentication {}
}
