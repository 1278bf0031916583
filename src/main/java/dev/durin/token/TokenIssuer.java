package dev.durin.token;

import dev.durin.client.Client;
import dev.durin.client.Clients;
import dev.durin.client.InvalidClientException;
import dev.durin.config.Configured;
import dev.durin.config.Part;
import dev.durin.spi.TimeSource;
import dev.durin.store.ConflictException;
import dev.durin.store.OwnTransaction;
import dev.durin.store.StoreUnavailableException;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Makes tokens as the client's policy says. */
@Part
class TokenIssuer {

    /** A conflict means that another thread has won, so the next look finds its row; a few are more than enough. */
    private static final int ATTEMPTS = 10;

    private static final String ISSUE = "issue a token";

    private final Clients clients;
    private final OwnTransaction transaction;
    private final SlotStore slots;
    private final TokenStore tokens;
    private final TokenTexts texts;
    private final CallerGroups callerGroups;
    private final TimeSource time;

    @Inject
    TokenIssuer(
            Clients clients,
            OwnTransaction transaction,
            SlotStore slots,
            TokenStore tokens,
            TokenTexts texts,
            CallerGroups callerGroups,
            @Configured TimeSource time) {
        this.clients = clients;
        this.transaction = transaction;
        this.slots = slots;
        this.tokens = tokens;
        this.texts = texts;
        this.callerGroups = callerGroups;
        this.time = time;
    }

    IssuedToken issue(TokenRequest request) {
        Client client = client(request);
        TokenRequest kept = withLoginGroupsOnly(request);
        return switch (client.loginPolicy()) {
            case NEW -> issueBesideOthers(kept, client);
            case REUSE -> issueInOneSlot(kept, client, SlotRule.REUSE);
            case REPLACE -> issueInOneSlot(kept, client, SlotRule.REPLACE);
        };
    }

    Optional<IssuedToken> issueOnce(TokenRequest request) {
        return issueOnce(request, () -> true);
    }

    Optional<IssuedToken> issueOnce(VerifiedToken right, TokenRequest request) {
        return issueOnce(request, () -> tokens.keepLive(right, time.now()));
    }

    private Optional<IssuedToken> issueOnce(TokenRequest request, BooleanSupplier permitted) {
        TokenRequest kept = withLoginGroupsOnly(request);
        Client client = client(request);
        IssuedToken token = retried(kept, () -> intoOneSlot(kept, client, SlotRule.ONCE, permitted));
        return Optional.of(token).filter(IssuedToken::issued);
    }

    private IssuedToken issueBesideOthers(TokenRequest request, Client client) {
        return retried(request, () -> transaction.run(ISSUE, () -> slots.insert(request, client, fresh(client))));
    }

    private IssuedToken issueInOneSlot(TokenRequest request, Client client, SlotRule rule) {
        return retried(request, () -> intoOneSlot(request, client, rule, () -> true));
    }

    private SlotResult intoOneSlot(TokenRequest request, Client client, SlotRule rule, BooleanSupplier permitted) {
        return transaction
                .run("look for a token", () -> slots.findOneSlot(request.caller(), client))
                .flatMap(row -> issue(permitted, () -> slots.intoOneSlot(row, request, client, fresh(client), rule)))
                .or(() -> issue(permitted, () -> Optional.of(slots.insertIntoOneSlot(request, client, fresh(client)))))
                .orElseThrow();
    }

    /** Asked inside the transaction, so that what permits it holds until the token is there. */
    private Optional<SlotResult> issue(BooleanSupplier permitted, Supplier<Optional<SlotResult>> attempt) {
        return transaction.run(
                ISSUE, () -> permitted.getAsBoolean() ? attempt.get() : Optional.of(new SlotResult.RightEnded()));
    }

    private IssuedToken retried(TokenRequest request, Supplier<SlotResult> attempt) {
        for (int count = 0; count < ATTEMPTS; count++) {
            try {
                return answer(attempt.get());
            } catch (ConflictException e) {
                // The client may have been deleted meanwhile, which looks the same to the database.
                client(request);
            }
        }
        throw new StoreUnavailableException(ATTEMPTS + " attempts to issue a token all met conflicts", null);
    }

    private IssuedToken answer(SlotResult result) {
        if (result instanceof SlotResult.Issued issued) {
            return withText(issued.token(), true);
        }
        if (result instanceof SlotResult.Existing existing) {
            return withText(existing.token(), false);
        }
        throw new TokenEndedException();
    }

    private IssuedToken withText(StoredToken token, boolean issued) {
        return new IssuedToken(token.token(), texts.write(token).orElseThrow(), issued);
    }

    private FreshToken fresh(Client client) {
        return texts.fresh(client.tokenLifetime(), time.now());
    }

    /** The client, looked up again after each conflict: it may have been deleted meanwhile. */
    private Client client(TokenRequest request) {
        Client client = clients.find(request.client())
                .orElseThrow(() -> new InvalidClientException("client", "No client with that name."));
        if (!client.enabled()) {
            throw new InvalidClientException("client", "This client is disabled.");
        }
        return client;
    }

    /** Groups that a store tells without a login are asked for at each use; to keep them would keep lost rights. */
    private TokenRequest withLoginGroupsOnly(TokenRequest request) {
        return callerGroups.areToldWithoutLogin() ? request.loggedIn(Set.of(), request.origin()) : request;
    }
}
