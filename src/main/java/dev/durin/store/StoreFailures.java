package dev.durin.store;

import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;

/** Tells the failures of the database apart from each other and from faults of the code. */
final class StoreFailures {

    private StoreFailures() {}

    /**
     * Whether a row was refused because another one has its unique values, or because the row it refers to is gone.
     * Providers and drivers wrap this in exceptions of their own; the SQL state 23 is what they share.
     *
     * @param failure what the provider threw
     * @return true for a violated constraint
     */
    static boolean isConstraintViolation(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLIntegrityConstraintViolationException) {
                return true;
            }
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && sql.getSQLState().startsWith("23")) {
                return true;
            }
        }
        return false;
    }

    /** Whether the database, or the transaction on it, is at fault. */
    static boolean isOfTheStore(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException
                    || cause instanceof PersistenceException
                    || cause instanceof RollbackException) {
                return true;
            }
        }
        return failure.getCause() == null;
    }
}
