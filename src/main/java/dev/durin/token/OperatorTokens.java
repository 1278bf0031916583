package dev.durin.token;

import dev.durin.client.Client;
import dev.durin.client.Clients;
import dev.durin.config.Configured;
import dev.durin.config.Part;
import dev.durin.event.RevocationReason;
import dev.durin.spi.Lifetime;
import dev.durin.spi.TimeSource;
import dev.durin.store.Batches;
import dev.durin.store.CappedCount;
import dev.durin.store.OwnTransaction;
import dev.durin.store.Where;
import dev.durin.usage.UsageRecorder;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What operators do with the tokens of others. For Durin's own endpoints; applications call {@link Tokens}. Each operation
 * has transactions of its own, which have committed when it returns. Thread-safe.
 */
@Part
public class OperatorTokens {

    private final Clients clients;
    private final OwnTransaction transaction;
    private final TokenSearch search;
    private final TokenStore store;
    private final TokenSweep sweep;
    private final TokenIssuer issuer;
    private final TokenTexts texts;
    private final SignedTokens signedTokens;
    private final UsageRecorder recorder;
    private final TimeSource time;

    @Inject
    OperatorTokens(
            Clients clients,
            OwnTransaction transaction,
            TokenSearch search,
            TokenStore store,
            TokenSweep sweep,
            TokenIssuer issuer,
            TokenTexts texts,
            SignedTokens signedTokens,
            UsageRecorder recorder,
            @Configured TimeSource time) {
        this.clients = clients;
        this.transaction = transaction;
        this.search = search;
        this.store = store;
        this.sweep = sweep;
        this.issuer = issuer;
        this.texts = texts;
        this.signedTokens = signedTokens;
        this.recorder = recorder;
        this.time = time;
    }

    /**
     * A page of the tokens of all callers.
     *
     * @param query which tokens, and in which order
     * @param after behind which one the page begins, or null for the first page
     * @param most how many are wanted at most
     * @return the page, and how many there are on all pages together
     */
    public TokenPage list(TokenQuery query, @Nullable TokenPosition after, int most) {
        Optional<Client> client = clients.find(query.client());
        if (client.isEmpty() && !query.client().isEmpty()) {
            return TokenPage.empty();
        }
        Long id = client.map(Client::id).orElse(null);
        return transaction.run("list tokens", () -> list(query, id, after, most));
    }

    private TokenPage list(TokenQuery query, @Nullable Long client, @Nullable TokenPosition after, int most) {
        TokenSearch.Wanted wanted = search.wanted(query, client, time.now());
        CappedCount count = search.count(wanted);
        List<TokenPosition> found = search.find(wanted, after, search.bound(wanted, count), most + 1);
        List<TokenPosition> some = found.subList(0, Math.min(most, found.size()));
        Map<Long, Token> tokens = new HashMap<>();
        store.find(some.stream().map(TokenPosition::id).toList())
                .forEach(stored -> tokens.put(stored.token().id(), stored.latest(recorder)));
        List<Token> page = some.stream()
                .flatMap(position -> Optional.ofNullable(tokens.get(position.id())).stream())
                .toList();
        return new TokenPage(page, found.size() > most ? some.get(most - 1) : null, count);
    }

    /**
     * A token.
     *
     * @param id its id
     * @return the token, expired or not, or empty when there is none
     */
    public Optional<Token> find(long id) {
        return transaction.run("find a token", () -> store.find(id)).map(stored -> stored.latest(recorder));
    }

    /**
     * Says what a text is that somebody has found, for example in a log. Nothing is changed by it.
     *
     * @param text the text
     * @return what it is
     */
    public TokenInspection inspect(String text) {
        if (!texts.isWritten(text)) {
            return new TokenInspection.Malformed();
        }
        return texts.check(text)
                .flatMap(checked -> transaction
                        .run(
                                "look at a token",
                                () -> store.load(checked.selector().text()))
                        .filter(stored -> stored.keyId().equals(checked.keyId())))
                .map(this::judge)
                .orElseGet(TokenInspection.Unknown::new);
    }

    private TokenInspection judge(StoredToken stored) {
        Token token = stored.latest(recorder);
        if (token.expiry().hasPassed(time.now())) {
            return new TokenInspection.Expired(token);
        }
        return stored.client().enabled() ? new TokenInspection.Live(token) : new TokenInspection.ClientDisabled(token);
    }

    /**
     * Makes a token for a caller. The text of one that there is is not told: where the client's policy would answer that
     * again, none is made.
     *
     * @param request for whom and what
     * @param lifetime how long it lives, or null for as long as the client says
     * @return the token with its text, or empty when the caller has one that logins reuse
     * @throws dev.durin.client.InvalidClientException when there is no such client or it is switched off
     * @throws TokenLimitException when it would be one too many, and client or settings say that it is refused then
     * @throws LoginOutdatedException when the account that the request's origin tells of has changed meanwhile
     */
    public Optional<IssuedToken> issue(TokenRequest request, @Nullable Lifetime lifetime) {
        return issuer.issueAnew(request, lifetime);
    }

    /**
     * How many tokens {@link #revoke(TokenSelection)} would end at this moment, those that have expired and are not removed
     * yet with them.
     *
     * @param selection which
     * @return the count
     */
    public CappedCount count(TokenSelection selection) {
        String order = selection.client().isEmpty() ? "" : " ORDER BY created, id";
        return where(selection)
                .map(where -> transaction.run("count tokens", () -> search.count(where, order)))
                .orElse(CappedCount.NONE);
    }

    /**
     * Ends a token.
     *
     * @param id its id
     * @return the token, or empty when there was none any more
     */
    public Optional<Token> revoke(long id) {
        return find(id).filter(token -> transaction.run("revoke a token", () -> end(List.of(id))) == 1);
    }

    /**
     * Ends tokens, each with its event, in batches. Goes on until there are none, also of those that logins make meanwhile;
     * of those that were there at the beginning none is left. Ends all scoped tokens of a caller, too, where all tokens of
     * one are ended, and elsewhere those that were made with a token that ends.
     *
     * @param selection which
     * @return how many there were
     */
    public int revoke(TokenSelection selection) {
        try {
            return new Sweep(selection).run();
        } finally {
            if (selection.isOfOneCaller()) {
                // The last: until then one that ends may have made another scoped one.
                signedTokens.revokeAll(selection.caller());
            }
        }
    }

    private int end(List<Long> ids) {
        return sweep.end(ids, RevocationReason.OPERATOR, time.now());
    }

    /** Empty when there can be none, for want of such a client or caller. */
    private Optional<Where> where(TokenSelection selection) {
        Where where = selection.sparedSelector().isEmpty()
                ? Where.EVERYTHING
                : Where.EVERYTHING.and("selector <> ?", selection.sparedSelector());
        if (!selection.caller().isEmpty()) {
            if (!TokenRequest.isCallerName(selection.caller())) {
                return Optional.empty();
            }
            where = where.and("caller = ?", selection.caller());
        }
        if (selection.client().isEmpty()) {
            return Optional.of(where);
        }
        Where others = where;
        return clients.find(selection.client()).map(client -> others.and("client_id = ?", client.id()));
    }

    /** One walk over tokens after the other, until one finds none. */
    private final class Sweep {

        private final Optional<Where> where;
        private long last;
        private int ended;

        Sweep(TokenSelection selection) {
            this.where = where(selection);
        }

        int run() {
            where.ifPresent(conditions -> Batches.untilEmpty(most -> endSome(conditions, most)));
            return ended;
        }

        private int endSome(Where conditions, int most) {
            List<Long> ids = look(conditions, most);
            if (ids.isEmpty() && last > 0) {
                // Another node may have made some with lower ids meanwhile.
                last = 0;
                ids = look(conditions, most);
            }
            return end(ids, most);
        }

        private List<Long> look(Where conditions, int most) {
            return transaction.run("look for tokens", () -> sweep.some(conditions, last, most));
        }

        private int end(List<Long> ids, int most) {
            if (!ids.isEmpty()) {
                ended += transaction.run("revoke tokens", () -> OperatorTokens.this.end(ids));
            }
            last = ids.size() < most ? 0 : ids.get(ids.size() - 1);
            return ids.size();
        }
    }
}
