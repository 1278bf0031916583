package dev.durin.store;

import jakarta.ejb.ApplicationException;
import org.jspecify.annotations.Nullable;

/**
 * The database could not be asked, or did not carry out what it was asked for. Nothing was decided: a caller gets 503
 * and may try again. Thread-safe like every exception; carries no secret.
 */
@ApplicationException(rollback = true)
public class StoreUnavailableException extends RuntimeException {

    /**
     * A failure of the database.
     *
     * @param message what was tried
     * @param cause what the database or its driver said, if it said anything
     */
    public StoreUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
