package dev.durin.store;

import jakarta.transaction.TransactionScoped;
import java.io.Serializable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the running transaction has ended or changed so far, each once. */
@TransactionScoped
class PendingRevocations implements Serializable {

    private transient @Nullable Set<Revocation> pending;

    void add(Revocation revocation) {
        if (pending == null) {
            pending = new LinkedHashSet<>();
        }
        pending.add(revocation);
    }

    /** All of them, which are no longer pending then. */
    List<Revocation> take() {
        if (pending == null) {
            return List.of();
        }
        List<Revocation> all = List.copyOf(pending);
        pending = null;
        return all;
    }
}
