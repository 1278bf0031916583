package dev.durin.store;

import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;

/** Tells the failures of the database apart from each other and from faults of the code. */
final class StoreFailures {

    /** MariaDB's code for a row that changed since the snapshot of the transaction; it has no state of its own. */
    private static final int RECORD_HAS_CHANGED = 1020;

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

    /**
     * Whether the database gave a transaction up for the sake of another one, so that it may be done again: a deadlock, or
     * a row that changed since the transaction first looked. Nothing was written then. A lock that was waited for too
     * long is not among these, whoever waits has waited long enough.
     *
     * @param failure what the provider threw
     * @return true when another transaction was given way
     */
    static boolean gaveWay(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && gaveWay(sql)) {
                return true;
            }
        }
        return false;
    }

    /** 40001 is the standard's and a deadlock on H2 and MariaDB, 40P01 is PostgreSQL's deadlock. */
    private static boolean gaveWay(SQLException failure) {
        String state = failure.getSQLState();
        return "40001".equals(state)
                || "40P01".equals(state)
                || ("HY000".equals(state) && failure.getErrorCode() == RECORD_HAS_CHANGED);
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
