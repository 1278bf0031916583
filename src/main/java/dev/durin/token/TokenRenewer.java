package dev.durin.token;

import dev.durin.client.Client;
import dev.durin.client.Clients;
import dev.durin.config.Configured;
import dev.durin.config.Part;
import dev.durin.spi.Expiry;
import dev.durin.spi.TimeSource;
import dev.durin.spi.TokenRenewal;
import dev.durin.store.OwnTransaction;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Gives tokens another expiry; their text stays. */
@Part
class TokenRenewer {

    private final TokenCache cache;
    private final OwnTransaction transaction;
    private final TokenStore store;
    private final Clients clients;
    private final TokenRenewal renewal;
    private final TimeSource time;

    @Inject
    TokenRenewer(
            TokenCache cache,
            OwnTransaction transaction,
            TokenStore store,
            Clients clients,
            @Configured TokenRenewal renewal,
            @Configured TimeSource time) {
        this.cache = cache;
        this.transaction = transaction;
        this.store = store;
        this.clients = clients;
        this.renewal = renewal;
        this.time = time;
    }

    /** The new expiry, or empty when the token has ended meanwhile. */
    Optional<Expiry> renew(VerifiedToken token) {
        Optional<StoredToken> live = transaction
                .run("check a token", () -> store.load(token.selector().text()))
                .filter(stored ->
                        stored.client().enabled() && !stored.token().expiry().hasPassed(time.now()));
        if (live.isEmpty()) {
            cache.forget(token.selector());
            return Optional.empty();
        }
        return clients.find(live.get().client().id()).flatMap(client -> renew(live.get(), client));
    }

    private Optional<Expiry> renew(StoredToken stored, Client client) {
        Token token = stored.token();
        Instant now = time.now();
        Expiry expiry = renewal.renewedExpiry(new TokenRenewal.Renewal(
                token.caller(), client.name(), token.created(), token.expiry(), client.tokenLifetime(), now));
        if (expiry.hasPassed(now)) {
            // No renewal ends a token, and no answer holds a dead one: it stays as it is.
            return Optional.of(token.expiry());
        }
        boolean renewed = transaction.run("renew a token", () -> store.renew(token, stored.selector(), expiry, now));
        return renewed ? Optional.of(expiry) : Optional.empty();
    }
}
