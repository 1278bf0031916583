package dev.durin.token;

import dev.durin.config.Part;
import dev.durin.store.OwnTransaction;
import dev.durin.store.Revocation;
import dev.durin.store.Revocations;
import dev.durin.store.TransactionEnd;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;

/** Tells every node that the rights of callers have changed. Thread-safe. */
@Part
class ForgottenCallers {

    private static final Logger LOGGER = System.getLogger(ForgottenCallers.class.getName());

    private final TokenCache cache;
    private final SignedTokenCache signedCache;
    private final OwnTransaction transaction;
    private final TransactionEnd transactionEnd;
    private final Revocations revocations;

    /** Those of whom the other nodes are still to be told. */
    private final Set<String> rest = ConcurrentHashMap.newKeySet();

    private volatile boolean failing;

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    ManagedExecutorService executor;

    @Inject
    ForgottenCallers(
            TokenCache cache,
            SignedTokenCache signedCache,
            OwnTransaction transaction,
            TransactionEnd transactionEnd,
            Revocations revocations) {
        this.cache = cache;
        this.signedCache = signedCache;
        this.transaction = transaction;
        this.transactionEnd = transactionEnd;
        this.revocations = revocations;
    }

    /**
     * Forgets what is known of a caller, here at once, and on the other nodes, which have been told when this returns.
     * Inside a transaction they are told meanwhile, and all of it is done once more when that has ended, for nobody sees
     * before what it changes.
     */
    void forget(String caller) {
        forgetHere(caller);
        if (!TokenRequest.isCallerName(caller)) {
            return;
        }
        if (transactionEnd.isOutside()) {
            tellOrRemember(caller);
        } else {
            transactionEnd.whenEnded(() -> forgetOnceMore(caller));
            tellMeanwhile(caller);
        }
    }

    private void forgetHere(String caller) {
        cache.forgetCaller(caller);
        signedCache.forgetCaller(caller);
    }

    private void tellOrRemember(String caller) {
        try {
            tell(caller);
        } catch (RuntimeException e) {
            rest.add(caller);
            throw e;
        }
    }

    private void forgetOnceMore(String caller) {
        forgetHere(caller);
        tellMeanwhile(caller);
    }

    /** On another thread: where a transaction ends there can be no other one, and some servers mix up two of a thread. */
    private void tellMeanwhile(String caller) {
        rest.add(caller);
        try {
            executor.execute(this::tellRest);
        } catch (RejectedExecutionException e) {
            LOGGER.log(Level.DEBUG, "The other nodes are told with the next read of what they have ended", e);
        }
    }

    /** What cannot be told now is told at the next time. */
    void tellRest() {
        for (String caller : List.copyOf(rest)) {
            if (rest.remove(caller) && !isTold(caller)) {
                rest.add(caller);
                return;
            }
        }
        failing = false;
    }

    private boolean isTold(String caller) {
        try {
            tell(caller);
            return true;
        } catch (RuntimeException e) {
            LOGGER.log(
                    failing ? Level.DEBUG : Level.WARNING,
                    "The other nodes could not be told of a caller whose rights have changed; it is tried again until"
                            + " they are",
                    e);
            failing = true;
            return false;
        }
    }

    private void tell(String caller) {
        transaction.run("tell the other nodes of a caller", () -> {
            revocations.record(Revocation.ofCaller(caller));
            return caller;
        });
    }
}
