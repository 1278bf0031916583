package dev.durin.scoped;

import dev.durin.config.Configured;
import dev.durin.config.Settings;
import dev.durin.event.ScopedTokenIssued;
import dev.durin.spi.TimeSource;
import dev.durin.store.Announcer;
import dev.durin.store.OwnTransaction;
import dev.durin.token.SignedTokens;
import dev.durin.token.VerifiedToken;
import dev.durin.usage.Selector;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Temporary tokens that may do less than their caller: signed, readable by whoever has one, in no table, and ended before
 * their time all the same.
 *
 * <pre>{@code
 * IssuedScopedToken token = scopedTokens.issue(ScopedTokenRequest.of("alice")
 *         .allow("GET", "/api/v1/foo")
 *         .expiresIn(Duration.ofMinutes(10)));
 * String link = "https://shop.example/api/v1/foo?TOKEN=" + token.reveal();
 * }</pre>
 *
 * <p>What has ended has ended when the operation returns, in a transaction of its own, whatever becomes of the caller's.
 * Every operation throws {@link dev.durin.store.StoreUnavailableException} when the database is away; nothing was decided then.
 * Thread-safe.
 */
@ApplicationScoped
public class ScopedTokens {

    private static final Duration USUAL_AGE = Duration.ofHours(1);

    private final ScopedFormat format;
    private final SignedTokens signedTokens;
    private final Audience audience;
    private final Announcer announcer;
    private final OwnTransaction transaction;
    private final Settings settings;
    private final TimeSource time;
    private final SecureRandom random = new SecureRandom();

    @Inject
    ScopedTokens(
            ScopedFormat format,
            SignedTokens signedTokens,
            Audience audience,
            Announcer announcer,
            OwnTransaction transaction,
            Settings settings,
            @Configured TimeSource time) {
        this.format = format;
        this.signedTokens = signedTokens;
        this.audience = audience;
        this.announcer = announcer;
        this.transaction = transaction;
        this.settings = settings;
        this.time = time;
    }

    @SuppressWarnings("NullAway") // for the client proxy
    protected ScopedTokens() {
        this(null, null, null, null, null, null, null);
    }

    /**
     * A token. Whether its caller may do what it allows is found out when it is used. So is whether there is such a caller,
     * but where all callers have accounts of Durin's: there none is made for anybody else. Whoever gets an account later has
     * none of those that were made for its name before.
     *
     * @param request for whom and what
     * @return the token with its text
     * @throws InvalidScopedTokenException when it would live longer than {@code durin.scoped.max-age} or than the token that it
     *     is made with, may do nothing, has too much in it to be sent, or is known to be nobody's
     */
    public IssuedScopedToken issue(ScopedTokenRequest request) {
        if (request.operations().isEmpty()) {
            throw new InvalidScopedTokenException("scope", "A token that allows nothing is of no use.");
        }
        Claims claims = claims(request);
        requireSomebody(request);
        String text = format.write(
                claims, request.parent().map(signedTokens::selector).orElse(null));
        String id = claims.id().text();
        announce(new ScopedTokenIssued(claims.caller(), id, claims.recipient(), claims.expiry()));
        return new IssuedScopedToken(id, claims.caller(), claims.expiry(), text);
    }

    /** In a transaction, though there is nothing to write: in the caller's it would be lost with that one. */
    private void announce(ScopedTokenIssued event) {
        transaction.run("announce a scoped token", () -> {
            announcer.announce(event);
            return event;
        });
    }

    private Claims claims(ScopedTokenRequest request) {
        Instant issued = time.now().truncatedTo(ChronoUnit.SECONDS);
        return new Claims(
                settings.scoped().issuer(),
                audience.name(),
                request.caller(),
                new Selector(random.nextLong(), random.nextLong()),
                issued,
                expiry(request, issued),
                signedTokens.generation(request.caller()),
                "",
                request.recipient(),
                request.operations());
    }

    /**
     * After the generation was read: of a caller who goes in between that one has ended. A token that was presented is
     * somebody's.
     */
    private void requireSomebody(ScopedTokenRequest request) {
        if (request.parent().isEmpty() && signedTokens.isNobody(request.caller())) {
            throw new InvalidScopedTokenException("caller", "There is no account with this name.");
        }
    }

    private Instant expiry(ScopedTokenRequest request, Instant issued) {
        Duration maxAge = settings.scoped().maxAge();
        Optional<Instant> parentsEnd = request.parent().flatMap(ScopedTokens::end);
        if (request.lifetime().isEmpty()) {
            Instant usual = issued.plus(USUAL_AGE.compareTo(maxAge) < 0 ? USUAL_AGE : maxAge);
            return parentsEnd.filter(usual::isAfter).orElse(usual);
        }
        Duration lifetime = Duration.ofSeconds(request.lifetime().get().toSeconds());
        if (lifetime.compareTo(maxAge) > 0) {
            throw tooLong("No scoped token lives so long.", maxAge);
        }
        if (parentsEnd.isPresent() && issued.plus(lifetime).isAfter(parentsEnd.get())) {
            throw tooLong(
                    "The token that it is made with ends before that.", Duration.between(issued, parentsEnd.get()));
        }
        return issued.plus(lifetime);
    }

    private static InvalidScopedTokenException tooLong(String why, Duration most) {
        return new InvalidScopedTokenException(
                "expires_in", why + " Ensure this value is less than or equal to " + most.toSeconds() + ".");
    }

    /** In whole seconds, of which the begun one does not count. */
    private static Optional<Instant> end(VerifiedToken parent) {
        return parent.token().expiry().instant().map(end -> end.truncatedTo(ChronoUnit.SECONDS));
    }

    /**
     * Ends a token before its time: here at once, and on other nodes when they have read it.
     *
     * @param id its id
     * @return false when it had been ended already, or this can be no id
     */
    public boolean revoke(String id) {
        return Selector.parse(id).filter(signedTokens::revoke).isPresent();
    }

    /**
     * Ends all scoped tokens of a caller that were made so far. The caller's other tokens go on; {@link
     * dev.durin.token.Tokens#revokeAll} ends both.
     *
     * @param caller the caller's name
     */
    public void revokeAll(String caller) {
        signedTokens.revokeAll(caller);
    }
}
