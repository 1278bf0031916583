package dev.durin.example;

import dev.durin.event.LoginFailed;
import dev.durin.event.TokenIssued;
import dev.durin.event.TokenRevoked;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.event.TransactionPhase;
import java.util.logging.Logger;

/** Follows what happens to tokens. Events hold names and ids, never a token. */
@ApplicationScoped
public class TokenLog {

    private static final Logger LOGGER = Logger.getLogger(TokenLog.class.getName());

    void issued(@Observes(during = TransactionPhase.AFTER_SUCCESS) TokenIssued event) {
        LOGGER.info(() -> event.caller() + " got token " + event.tokenId() + " for " + event.client());
    }

    void revoked(@ObservesAsync TokenRevoked event) {
        LOGGER.info(() -> "token " + event.tokenId() + " of " + event.caller() + " ended: " + event.reason());
    }

    void failed(@Observes LoginFailed event) {
        LOGGER.info(() -> "a login for " + event.client() + " failed: " + event.reason());
    }
}
