package dev.durin.token;

import dev.durin.config.Configured;
import dev.durin.config.Part;
import dev.durin.spi.TimeSource;
import dev.durin.store.Batches;
import dev.durin.store.EntityStore;
import dev.durin.store.OwnTransaction;
import dev.durin.usage.Usage;
import jakarta.inject.Inject;

/** Removes the expired tokens that nobody presents any more, and old counts of uses: one node at a time, so many in one transaction. */
@Part
class Purge {

    private static final String TOKENS = "purge";
    private static final String SIGNED_TOKENS = "purge-scoped";

    private final OwnTransaction transaction;
    private final EntityStore entityStore;
    private final TokenSweep tokens;
    private final SignedTokenStore signedTokens;
    private final Usage usage;
    private final TimeSource time;

    @Inject
    Purge(
            OwnTransaction transaction,
            EntityStore entityStore,
            TokenSweep tokens,
            SignedTokenStore signedTokens,
            Usage usage,
            @Configured TimeSource time) {
        this.transaction = transaction;
        this.entityStore = entityStore;
        this.tokens = tokens;
        this.signedTokens = signedTokens;
        this.usage = usage;
        this.time = time;
    }

    /**
     * Goes on until there are no more, or another node is at it; how many tokens were removed. What cannot be removed keeps
     * none of the others.
     */
    int run() {
        return Batches.each(
                        () -> Batches.untilEmpty(
                                most -> transaction.run("purge expired tokens", () -> removeSome(most))),
                        () -> Batches.untilEmpty(most ->
                                transaction.run("purge what was kept of signed tokens", () -> forgetSome(most))),
                        usage::purge)
                .get(0);
    }

    private int forgetSome(int most) {
        return entityStore.lockTask(SIGNED_TOKENS) ? signedTokens.purgeSome(time.now(), most) : 0;
    }

    private int removeSome(int most) {
        return entityStore.lockTask(TOKENS) ? tokens.purgeSome(time.now(), most) : 0;
    }
}
