package dev.durin.store;

import jakarta.ejb.ApplicationException;

/** Another row has the unique values of a new one, or the row that it refers to is gone. Nothing was written. */
@ApplicationException(rollback = true)
public final class ConflictException extends RuntimeException {

    ConflictException(Throwable cause) {
        super("A constraint of the database refused a row", cause);
    }
}
