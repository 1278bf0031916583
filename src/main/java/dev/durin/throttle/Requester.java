package dev.durin.throttle;

import dev.durin.rate.Rate;
import dev.durin.token.VerifiedToken;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whose requests are counted together.
 *
 * @param token the token that counts, null for a caller without a client
 * @param caller the caller's name
 */
public record Requester(@Nullable VerifiedToken token, String caller) {

    /**
     * Who presents a token.
     *
     * @param token the token
     * @return its caller with its client
     */
    public static Requester of(VerifiedToken token) {
        return new Requester(token, token.caller());
    }

    /**
     * A caller without a client, who has a budget of their own.
     *
     * @param caller the caller's name
     * @return the caller
     */
    public static Requester of(String caller) {
        return new Requester(null, caller);
    }

    /** The name that they are counted under. Made when it is needed: most requests have no rate. */
    String budget() {
        // Those with a client begin with its number.
        return token == null ? ":" + caller : token.budget();
    }

    /** The client's name, or an empty text where there is none. */
    String client() {
        return token == null ? "" : token.client();
    }

    Optional<Rate> rate() {
        return token == null ? Optional.empty() : token.throttleRate();
    }
}
