package dev.durin.token;

import dev.durin.config.Configured;
import dev.durin.config.Part;
import dev.durin.config.Settings;
import dev.durin.event.RevocationReason;
import dev.durin.spi.TimeSource;
import dev.durin.store.Batches;
import dev.durin.store.OwnTransaction;
import dev.durin.store.Revocation;
import dev.durin.store.StoreUnavailableException;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Ends tokens before their time. */
@Part
class TokenRevoker {

    /** A login that replaces a token keeps its id; each time it gets in between, the next look finds what it has made. */
    private static final int ATTEMPTS = 10;

    private static final int ENDED_MEANWHILE = -1;

    private final OwnTransaction transaction;
    private final TokenStore store;
    private final CallerRows rows;
    private final GenerationStore generations;
    private final Settings settings;
    private final TimeSource time;

    @Inject
    TokenRevoker(
            OwnTransaction transaction,
            TokenStore store,
            CallerRows rows,
            GenerationStore generations,
            Settings settings,
            @Configured TimeSource time) {
        this.transaction = transaction;
        this.store = store;
        this.rows = rows;
        this.generations = generations;
        this.settings = settings;
        this.time = time;
    }

    /** False when it had ended already. */
    boolean revoke(Token token, String selector, RevocationReason reason) {
        return transaction.run("revoke a token", () -> store.revoke(token, selector, reason));
    }

    /** False when the caller has no such token. */
    boolean revoke(String caller, long tokenId, RevocationReason reason) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<StoredToken> found =
                    transaction.run("find a token", () -> store.findLive(caller, tokenId, time.now()));
            if (found.isEmpty()) {
                return false;
            }
            if (revoke(found.get().token(), found.get().selector(), reason)) {
                return true;
            }
        }
        throw new StoreUnavailableException(
                ATTEMPTS + " attempts to revoke a token all met another change of it", null);
    }

    /** How many tokens the caller had. The signed ones end with the first of them; they are not counted. */
    int revokeAll(String caller, RevocationReason reason) {
        if (!TokenRequest.isCallerName(caller)) {
            return 0;
        }
        rows.require(caller);
        List<StoredToken> first = some(caller, Batches.SIZE);
        transaction.run("revoke tokens", () -> {
            generations.raise(caller);
            return end(caller, first, reason);
        });
        return first.isEmpty()
                ? 0
                : first.size()
                        + Batches.untilEmpty(most -> {
                            List<StoredToken> some = some(caller, most);
                            return transaction.run("revoke tokens", () -> end(caller, some, reason));
                        });
    }

    private List<StoredToken> some(String caller, int most) {
        return transaction.run("list tokens", () -> store.some(caller, most));
    }

    /**
     * How many others the caller had. The one that stays is locked while others end: of two that end each other one stays.
     *
     * @throws TokenEndedException when that one has ended; then no other does by its right
     */
    int revokeOthers(VerifiedToken right, RevocationReason reason) {
        return Batches.untilEmpty(most -> {
            List<StoredToken> some = transaction.run("list tokens", () -> store.someOthers(right, leftOut(), most));
            int ended = transaction.run(
                    "revoke tokens",
                    () -> store.keepLive(right, time.now()) ? end(right.caller(), some, reason) : ENDED_MEANWHILE);
            if (ended == ENDED_MEANWHILE) {
                throw new TokenEndedException();
            }
            return ended;
        });
    }

    /** The client whose tokens are no sessions, or an empty text, which is no client's name. */
    private String leftOut() {
        return settings.apiAccess().excludeFromSessions() ? settings.apiAccess().client() : "";
    }

    private int end(String caller, List<StoredToken> tokens, RevocationReason reason) {
        return store.end(tokens, Revocation.ofCaller(caller), reason, time.now());
    }
}
