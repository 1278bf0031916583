package dev.durin.token;

import dev.durin.store.TransactionEnd;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/**
 * Told of every row of {@code durin_token} that ends or changes, by whoever changes it, inside the transaction. What is
 * cached of it is forgotten when the transaction is over: earlier, another request could load the old row again.
 */
@Dependent
class TokenChanges {

    private final TransactionEnd transactionEnd;
    private final TokenCache cache;

    @Inject
    TokenChanges(TransactionEnd transactionEnd, TokenCache cache) {
        this.transactionEnd = transactionEnd;
        this.cache = cache;
    }

    /** The token with this selector ends or changes. */
    void record(String selector) {
        transactionEnd.whenEnded(() -> cache.forget(selector));
    }
}
