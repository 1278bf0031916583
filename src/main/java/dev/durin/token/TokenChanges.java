package dev.durin.token;

import dev.durin.store.Revocation;
import dev.durin.store.Revocations;
import dev.durin.store.TransactionEnd;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/**
 * Told of every row of {@code durin_token} that ends or changes, by whoever changes it, inside the transaction. What is
 * cached of it is forgotten when the transaction is over: earlier, another request could load the old row again. The
 * other nodes learn of it from {@code durin_revocation}, but for expiry, which every node sees by itself.
 */
@Dependent
class TokenChanges {

    private final TransactionEnd transactionEnd;
    private final TokenCache cache;
    private final Revocations revocations;

    @Inject
    TokenChanges(TransactionEnd transactionEnd, TokenCache cache, Revocations revocations) {
        this.transactionEnd = transactionEnd;
        this.cache = cache;
        this.revocations = revocations;
    }

    /** This node does not know any more how it is with the token of this selector. */
    void forget(String selector) {
        transactionEnd.whenEnded(() -> cache.forget(selector));
    }

    /** The token with this selector ends or changes, and it is not its expiry. */
    void record(String selector) {
        forget(selector);
        revocations.record(Revocation.ofToken(selector));
    }

    /** So many of a caller's or of a client's tokens end that the other nodes are told of them as one. */
    void record(Revocation whole) {
        revocations.record(whole);
    }
}
