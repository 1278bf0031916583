package dev.durin.token;

import dev.durin.client.Client;
import dev.durin.client.ClientTokens;
import dev.durin.config.Configured;
import dev.durin.config.Part;
import dev.durin.event.RevocationReason;
import dev.durin.spi.TimeSource;
import dev.durin.store.Batches;
import dev.durin.store.OwnTransaction;
import dev.durin.store.Revocation;
import dev.durin.usage.Usage;
import jakarta.inject.Inject;
import java.util.List;

/** Does to a client's tokens what its change or deletion means for them. */
@Part
class TokensOfClient implements ClientTokens {

    private final OwnTransaction transaction;
    private final TokenStore store;
    private final TokenCache cache;
    private final Usage usage;
    private final TimeSource time;

    @Inject
    TokensOfClient(
            OwnTransaction transaction, TokenStore store, TokenCache cache, Usage usage, @Configured TimeSource time) {
        this.transaction = transaction;
        this.store = store;
        this.cache = cache;
        this.usage = usage;
        this.time = time;
    }

    @Override
    public void changed(long clientId) {
        cache.forgetClient(clientId);
    }

    @Override
    public int endAll(Client client) {
        int ended = Batches.untilEmpty(most -> {
            List<StoredToken> some = transaction.run("list a client's tokens", () -> store.someOf(client, most));
            return transaction.run("end a client's tokens", () -> end(client, some));
        });
        usage.removeOf(client.id());
        return ended;
    }

    @Override
    public int endRest(Client client) {
        return Batches.untilEmpty(most -> end(client, store.lockSomeOf(client, most)));
    }

    private int end(Client client, List<StoredToken> tokens) {
        return store.end(tokens, Revocation.ofClient(client.id()), RevocationReason.CLIENT_DELETED, time.now());
    }
}
