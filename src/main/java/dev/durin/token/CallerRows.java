package dev.durin.token;

import dev.durin.config.Part;
import dev.durin.store.ConflictException;
import dev.durin.store.OwnTransaction;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Makes the rows of {@code durin_caller}, each in a transaction of its own, as {@link CallerLock#make} says. Thread-safe. */
@Part
class CallerRows {

    private static final Logger LOGGER = System.getLogger(CallerRows.class.getName());

    private final OwnTransaction transaction;
    private final CallerLock rows;

    @Inject
    CallerRows(OwnTransaction transaction, CallerLock rows) {
        this.transaction = transaction;
        this.rows = rows;
    }

    /** There is a row of the caller's when this returns. */
    void require(String caller) {
        if (transaction.run("find a caller", () -> rows.exists(caller))) {
            return;
        }
        try {
            transaction.run("make a caller's row", () -> rows.make(caller));
        } catch (ConflictException e) {
            LOGGER.log(Level.DEBUG, "Somebody else has just made it", e);
        }
    }
}
