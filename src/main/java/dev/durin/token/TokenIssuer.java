package dev.durin.token;

import dev.durin.client.Client;
import dev.durin.client.Clients;
import dev.durin.client.InvalidClientException;
import dev.durin.config.Configured;
import dev.durin.config.Part;
import dev.durin.config.Settings;
import dev.durin.spi.Lifetime;
import dev.durin.spi.TimeSource;
import dev.durin.store.ConflictException;
import dev.durin.store.OwnTransaction;
import dev.durin.store.StoreUnavailableException;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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
    private final TokenRoom room;
    private final CallerLock callers;
    private final KeptCallers keptCallers;
    private final TokenTexts texts;
    private final CallerGroups callerGroups;
    private final Settings settings;
    private final TimeSource time;

    @Inject
    TokenIssuer(
            Clients clients,
            OwnTransaction transaction,
            SlotStore slots,
            TokenStore tokens,
            TokenRoom room,
            CallerLock callers,
            KeptCallers keptCallers,
            TokenTexts texts,
            CallerGroups callerGroups,
            Settings settings,
            @Configured TimeSource time) {
        this.clients = clients;
        this.transaction = transaction;
        this.slots = slots;
        this.tokens = tokens;
        this.room = room;
        this.callers = callers;
        this.keptCallers = keptCallers;
        this.texts = texts;
        this.callerGroups = callerGroups;
        this.settings = settings;
        this.time = time;
    }

    IssuedToken issue(TokenRequest request) {
        Client client = client(request);
        return switch (client.loginPolicy()) {
            case NEW -> issueBesideOthers(issue(request, client, SlotRule.BESIDE));
            case REUSE -> issueInOneSlot(issue(request, client, SlotRule.REUSE), byLogin(request));
            case REPLACE -> issueInOneSlot(issue(request, client, SlotRule.REPLACE), byLogin(request));
        };
    }

    /** One that nobody has seen before; empty when the policy keeps one that there is. */
    Optional<IssuedToken> issueAnew(TokenRequest request, @Nullable Lifetime lifetime) {
        Client client = client(request);
        SlotRule rule = ruleOfNewOnes(client);
        TokenIssue issue = new TokenIssue(
                kept(request),
                client,
                rule,
                room.limits(client, rule),
                lifetime == null ? client.tokenLifetime() : lifetime);
        return Optional.of(rule == SlotRule.BESIDE ? issueBesideOthers(issue) : issueInOneSlot(issue, byLogin(request)))
                .filter(IssuedToken::issued);
    }

    private SlotRule ruleOfNewOnes(Client client) {
        if (settings.apiAccess().isApiAccess(client.name())) {
            return SlotRule.ONCE;
        }
        return switch (client.loginPolicy()) {
            case NEW -> SlotRule.BESIDE;
            case REUSE -> SlotRule.ONCE;
            case REPLACE -> SlotRule.REPLACE;
        };
    }

    Optional<IssuedToken> issueOnce(TokenRequest request) {
        return issueOnce(request, byLogin(request));
    }

    Optional<IssuedToken> issueOnce(VerifiedToken right, TokenRequest request) {
        return issueOnce(
                request,
                () -> tokens.keepLive(right, time.now()) ? Optional.empty() : Optional.of(new SlotResult.RightEnded()));
    }

    private Optional<IssuedToken> issueOnce(TokenRequest request, Supplier<Optional<SlotResult>> obstacle) {
        TokenIssue issue = issue(request, client(request), SlotRule.ONCE);
        return Optional.of(issueInOneSlot(issue, obstacle)).filter(IssuedToken::issued);
    }

    /** What a login has found out may have changed, such as the password; whoever ends tokens then must find this one. */
    private Supplier<Optional<SlotResult>> byLogin(TokenRequest request) {
        return () -> keptCallers.keepLoggedIn(request.origin())
                ? Optional.empty()
                : Optional.of(new SlotResult.LoginOutdated());
    }

    private TokenIssue issue(TokenRequest request, Client client, SlotRule rule) {
        return new TokenIssue(kept(request), client, rule, room.limits(client, rule), client.tokenLifetime());
    }

    private IssuedToken issueBesideOthers(TokenIssue issue) {
        return retried(
                issue,
                () -> attempt(issue, byLogin(issue.request()), () -> Optional.of(slots.insert(issue, fresh(issue)))));
    }

    private IssuedToken issueInOneSlot(TokenIssue issue, Supplier<Optional<SlotResult>> obstacle) {
        return retried(issue, () -> intoOneSlot(issue, obstacle));
    }

    private Optional<SlotResult> intoOneSlot(TokenIssue issue, Supplier<Optional<SlotResult>> obstacle) {
        return transaction
                .run("look for a token", () -> slots.findOneSlot(issue.caller(), issue.client()))
                .flatMap(row -> attempt(issue, obstacle, () -> slots.intoOneSlot(row, issue, fresh(issue))))
                .or(() -> attempt(issue, obstacle, () -> Optional.of(slots.insertIntoOneSlot(issue, fresh(issue)))));
    }

    /** What may stand in the way is looked at inside the transaction, so that it does not before the token is there. */
    private Optional<SlotResult> attempt(
            TokenIssue issue, Supplier<Optional<SlotResult>> obstacle, Supplier<Optional<SlotResult>> attempt) {
        return transaction.run(ISSUE, () -> {
            if (!issue.limits().isEmpty() && !callers.lock(issue.caller())) {
                return Optional.of(new SlotResult.CallerUnknown());
            }
            return obstacle.get().or(attempt);
        });
    }

    private IssuedToken retried(TokenIssue issue, Supplier<Optional<SlotResult>> attempt) {
        for (int count = 0; count < ATTEMPTS; count++) {
            try {
                SlotResult result = attempt.get().orElseThrow();
                while (result instanceof SlotResult.Unfinished) {
                    result = attempt.get().orElseThrow();
                }
                if (!(result instanceof SlotResult.CallerUnknown)) {
                    return answer(result);
                }
                transaction.run("make the row of a caller", () -> callers.make(issue.caller()));
            } catch (ConflictException e) {
                // The client may have been deleted meanwhile, which looks the same to the database.
                client(issue.request());
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
        if (result instanceof SlotResult.Refused refused) {
            throw new TokenLimitException(refused.limit());
        }
        if (result instanceof SlotResult.LoginOutdated) {
            throw new LoginOutdatedException();
        }
        throw new TokenEndedException();
    }

    private IssuedToken withText(StoredToken token, boolean issued) {
        return new IssuedToken(token.token(), texts.write(token).orElseThrow(), issued);
    }

    /** Made inside the transaction, so that tokens made in turn are as old as their turn. */
    private FreshToken fresh(TokenIssue issue) {
        return texts.fresh(issue.lifetime(), time.now());
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

    /**
     * What is kept of a request. Groups that a store tells without a login are asked for at each use; to keep them would
     * keep lost rights.
     */
    private TokenRequest kept(TokenRequest request) {
        TokenRequest kept = request.from(
                settings.recorded().keptAddress(request.address()),
                settings.recorded().keptUserAgent(request.userAgent()));
        return callerGroups.areToldWithoutLogin() ? kept.loggedIn(Set.of(), kept.origin()) : kept;
    }
}
