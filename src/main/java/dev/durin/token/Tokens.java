package dev.durin.token;

import dev.durin.config.Configured;
import dev.durin.event.RevocationReason;
import dev.durin.spi.Expiry;
import dev.durin.spi.TimeSource;
import dev.durin.store.OwnTransaction;
import dev.durin.usage.DailyUses;
import dev.durin.usage.TotalUses;
import dev.durin.usage.Usage;
import dev.durin.usage.UsageRecorder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The tokens of all callers: everything that the endpoints do, in code.
 *
 * <p>Every operation has a transaction of its own, which has committed when the operation returns, whatever becomes of
 * the caller's: "revoked" means revoked. Inside a transaction of the application it needs a second connection, so the
 * pool of {@code durin.datasource} must have more connections than there are requests that do so at once. Every
 * operation throws {@link dev.durin.store.StoreUnavailableException} when the database is away; nothing was decided
 * then. Thread-safe.
 */
@ApplicationScoped
public class Tokens {

    private final TokenIssuer issuer;
    private final TokenTexts texts;
    private final TokenVerifier verifier;
    private final OwnTransaction transaction;
    private final ForgottenCallers forgottenCallers;
    private final TokenStore store;
    private final TokenRenewer renewer;
    private final TokenRevoker revoker;
    private final UsageRecorder recorder;
    private final Usage usage;
    private final Purge purge;
    private final TimeSource time;

    @Inject
    Tokens(
            TokenIssuer issuer,
            TokenTexts texts,
            TokenVerifier verifier,
            OwnTransaction transaction,
            ForgottenCallers forgottenCallers,
            TokenStore store,
            TokenRenewer renewer,
            TokenRevoker revoker,
            UsageRecorder recorder,
            Usage usage,
            Purge purge,
            @Configured TimeSource time) {
        this.issuer = issuer;
        this.texts = texts;
        this.verifier = verifier;
        this.transaction = transaction;
        this.forgottenCallers = forgottenCallers;
        this.store = store;
        this.renewer = renewer;
        this.revoker = revoker;
        this.recorder = recorder;
        this.usage = usage;
        this.purge = purge;
        this.time = time;
    }

    @SuppressWarnings("NullAway") // for the client proxy
    protected Tokens() {
        this(null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /**
     * A token for a caller, as the login policy of the client says: a new one, or the one there is. The password is not
     * Durin's business here.
     *
     * @param request for whom and what
     * @return the token with its text
     * @throws dev.durin.client.InvalidClientException when there is no such client or it is switched off
     * @throws TokenLimitException when it would be one too many, and client or settings say that it is refused then
     * @throws LoginOutdatedException when the account that the request's origin tells of has changed since the login
     */
    public IssuedToken issue(TokenRequest request) {
        return issuer.issue(request);
    }

    /**
     * A token for a caller who has none of this client, whatever the client's login policy is. No limit holds for an API
     * access token.
     *
     * @param request for whom and what
     * @return the token with its text, or empty when the caller has one already
     * @throws dev.durin.client.InvalidClientException when there is no such client or it is switched off
     * @throws TokenLimitException when it would be one too many, and client or settings say that it is refused then
     * @throws LoginOutdatedException as above
     */
    public Optional<IssuedToken> issueOnce(TokenRequest request) {
        return issuer.issueOnce(request);
    }

    /**
     * A token for a caller who has none of this client, by the right of another token of the same caller. That one cannot
     * end meanwhile: either it has ended before, or the new token is there before it ends, to be found by whoever ends all
     * of the caller's.
     *
     * @param right the token that was presented
     * @param request for whom and what
     * @return the token with its text, or empty when the caller has one already
     * @throws dev.durin.client.InvalidClientException when there is no such client or it is switched off
     * @throws TokenEndedException when the presented token has ended
     * @throws TokenLimitException as above
     */
    public Optional<IssuedToken> issueOnce(VerifiedToken right, TokenRequest request) {
        return issuer.issueOnce(right, request);
    }

    /**
     * The one token of a caller and a client whose tokens are issued once, reused or replaced, with its text.
     *
     * @param caller the caller's name
     * @param client the client's name
     * @return the token, or empty when there is no live one or the key that made its text is gone
     */
    public Optional<IssuedToken> find(String caller, String client) {
        return transaction
                .run("find a token", () -> store.findInOneSlot(caller, client))
                .filter(stored -> !stored.token().expiry().hasPassed(time.now()))
                .flatMap(stored ->
                        texts.write(stored).map(text -> new IssuedToken(stored.latest(recorder), text, false)));
    }

    /**
     * Checks the text of a token. What is known of a good one is kept for {@code durin.token.cache-timeout}; whatever ends
     * or changes it on this node holds at once, and what another node does, when this one has read that.
     *
     * @param text what was presented as a token, whatever it is
     * @return whether it is good, and whose
     * @throws RuntimeException when it could not be checked, because the database, an identity store or
     *     {@link dev.durin.spi.CallerStatus} failed
     */
    public Verification verify(String text) {
        return verifier.verify(text);
    }

    /**
     * How much of what {@link #verify} was asked did not need a look into the database.
     *
     * @return the counts since the application has started
     */
    public CacheStatistics cacheStatistics() {
        return verifier.cacheStatistics();
    }

    /**
     * Says that the groups or the status of a caller have changed: they are read again at the next request with one of the
     * caller's tokens, on this node at once, and on the others within two seconds unless {@code durin.feed.interval} says
     * otherwise. Inside a transaction of the application all is done once more when that has ended: what it changes is not
     * seen before. Without this call a change is seen when {@code durin.token.cache-timeout} has passed.
     *
     * @param caller the caller's name
     */
    public void forget(String caller) {
        forgottenCallers.forget(caller);
    }

    /**
     * Renews a token; its text stays.
     *
     * @param token a token that was verified
     * @return its new expiry, or empty when it has ended meanwhile
     */
    public Optional<Expiry> renew(VerifiedToken token) {
        return renewer.renew(token);
    }

    /**
     * Renews the token that {@link #issue} has just answered.
     *
     * @param token the token
     * @return the same token with its new expiry, or empty when it has ended meanwhile
     */
    public Optional<IssuedToken> renew(IssuedToken token) {
        if (!(verify(token.text().reveal()) instanceof Verification.Valid valid)) {
            return Optional.empty();
        }
        return renew(valid.token())
                .map(expiry -> new IssuedToken(token.token().withExpiry(expiry), token.text(), false));
    }

    /**
     * Ends a token.
     *
     * @param token a token that was verified
     * @param reason why
     * @return false when it had ended already
     */
    public boolean revoke(VerifiedToken token, RevocationReason reason) {
        return revoker.revoke(token.token(), token.selector().text(), reason);
    }

    /**
     * Ends one of a caller's tokens.
     *
     * @param caller the caller's name
     * @param tokenId the token's id
     * @param reason why
     * @return false when the caller has no such token
     */
    public boolean revoke(String caller, long tokenId, RevocationReason reason) {
        return revoker.revoke(caller, tokenId, reason);
    }

    /**
     * Ends all of a caller's tokens, of all clients.
     *
     * @param caller the caller's name
     * @param reason why
     * @return how many tokens there were
     */
    public int revokeAll(String caller, RevocationReason reason) {
        return revoker.revokeAll(caller, reason);
    }

    /**
     * Ends all of a caller's tokens but one. An API access token stays as well where
     * {@code durin.api-access.exclude-from-sessions} says that it is none of the caller's sessions.
     *
     * @param kept the token that stays, such as the one that was presented
     * @param reason why
     * @return how many tokens there were
     * @throws TokenEndedException when the one that was to stay has ended meanwhile
     */
    public int revokeOthers(VerifiedToken kept, RevocationReason reason) {
        return revoker.revokeOthers(kept, reason);
    }

    /**
     * A caller's live tokens.
     *
     * @param caller the caller's name
     * @return the tokens, the oldest first
     */
    public List<Token> list(String caller) {
        return transaction.run("list tokens", () -> store.list(caller, time.now())).stream()
                .map(stored -> stored.latest(recorder))
                .toList();
    }

    /**
     * Notes down a use of a token, which {@link #verify} does not. Durin does so for every request; an application may for
     * what reaches it in other ways. In memory alone; written every {@code durin.last-used.interval}.
     *
     * @param token a token that was verified
     * @param address where the request came from
     * @param userAgent what it was made with
     */
    public void used(VerifiedToken token, String address, String userAgent) {
        verifier.used(token, address, userAgent);
    }

    /**
     * How often callers have used clients, by days in UTC. What came in since it was last written, up to
     * {@code durin.last-used.interval} ago, is not in it.
     *
     * @param from the first day
     * @param to the last day
     * @return the counts, by days and the most on top of each; may be long
     */
    public List<DailyUses> uses(LocalDate from, LocalDate to) {
        return usage.daily(from, to);
    }

    /**
     * Who uses which client most: {@code tokens.mostUses(today.minusDays(29), today, 10)}. Counts as {@link #uses} does.
     *
     * @param from the first day
     * @param to the last day
     * @param most how many are wanted at most
     * @return the sums of all the days, the most first
     */
    public List<TotalUses> mostUses(LocalDate from, LocalDate to, int most) {
        return usage.most(from, to, most);
    }

    /**
     * Removes the expired tokens that nobody presents any more, and the counts of uses that are older than
     * {@code durin.usage.keep}. Happens by itself every {@code durin.purge.interval}. Leaves it to another node that is at it.
     *
     * @return how many tokens were removed
     */
    public int purgeExpired() {
        return purge.run();
    }
}
