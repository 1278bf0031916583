package dev.durin.token;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What came of asking about a token that is signed and not stored. */
public sealed interface SignedVerification {

    /**
     * It is good.
     *
     * @param groups the groups of its caller now
     * @param parentToken the token that it was made with; null when it was made without one
     */
    record Valid(Set<String> groups, @Nullable VerifiedToken parentToken) implements SignedVerification {

        /** Copies the groups. */
        public Valid {
            groups = Set.copyOf(groups);
        }

        /**
         * The token that it was made with.
         *
         * @return the token, or empty when it was made without one
         */
        public Optional<VerifiedToken> parent() {
            return Optional.ofNullable(parentToken);
        }
    }

    /**
     * It is not.
     *
     * @param reason why; {@link Verification.Ended} for one that has ended
     */
    record Refused(Verification reason) implements SignedVerification {}
}
