package dev.durin.authentication;

import dev.durin.config.Part;
import dev.durin.event.TokenRefused;
import dev.durin.event.TokenRefused.Reason;
import dev.durin.token.Verification;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Tells of tokens that are not good. Thread-safe. */
@Part
class RefusedTokens {

    private static final Logger LOGGER = System.getLogger(RefusedTokens.class.getName());

    private final Event<TokenRefused> event;

    @Inject
    RefusedTokens(Event<TokenRefused> event) {
        this.event = event;
    }

    /** Whatever observers do, the token is refused. */
    void tell(Verification why, String address) {
        TokenRefused fact = new TokenRefused(reason(why), address);
        tell(() -> event.fireAsync(fact));
        tell(() -> event.fire(fact));
    }

    private static void tell(Runnable delivery) {
        try {
            delivery.run();
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "TokenRefused could not be told to all observers", e);
        }
    }

    private static Reason reason(Verification why) {
        if (why instanceof Verification.Ended) {
            return Reason.ENDED;
        }
        if (why instanceof Verification.Expired) {
            return Reason.EXPIRED;
        }
        if (why instanceof Verification.CallerInactive) {
            return Reason.CALLER_INACTIVE;
        }
        return why instanceof Verification.ClientDisabled ? Reason.CLIENT_DISABLED : Reason.UNKNOWN;
    }
}
