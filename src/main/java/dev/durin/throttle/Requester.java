package dev.durin.throttle;

import dev.durin.rate.Rate;
import dev.durin.token.VerifiedToken;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whose requests are counted together.
 *
 * @param budget the name that they are counted under
 * @param caller the caller's name
 * @param client the client's name, or an empty text where there is none
 * @param clientRate the client's own rate, null when it has none
 */
public record Requester(
        String budget,
        String caller,
        String client,
        @Nullable Rate clientRate) {

    /**
     * Who presents a token.
     *
     * @param token the token
     * @return its caller with its client
     */
    public static Requester of(VerifiedToken token) {
        return new Requester(
                token.budget(),
                token.caller(),
                token.client(),
                token.throttleRate().orElse(null));
    }

    /**
     * A caller without a client, who has a budget of their own.
     *
     * @param caller the caller's name
     * @return the caller
     */
    public static Requester of(String caller) {
        // Those with a client begin with its number.
        return new Requester(":" + caller, caller, "", null);
    }

    Optional<Rate> rate() {
        return Optional.ofNullable(clientRate);
    }
}
