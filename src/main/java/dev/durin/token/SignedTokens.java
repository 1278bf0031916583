package dev.durin.token;

import dev.durin.config.Configured;
import dev.durin.config.Part;
import dev.durin.config.ScopedSettings;
import dev.durin.config.Settings;
import dev.durin.event.ScopedTokenRevoked;
import dev.durin.spi.CallerStatus;
import dev.durin.spi.TimeSource;
import dev.durin.store.Announcer;
import dev.durin.store.ConflictException;
import dev.durin.store.OwnTransaction;
import dev.durin.usage.Selector;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Whether tokens that are signed and not stored still hold, and with which rights: as {@link Tokens} does it for stored
 * ones, with the same rules for what is kept in memory. Thread-safe.
 */
@Part
public class SignedTokens {

    private final OwnTransaction transaction;
    private final SignedTokenStore store;
    private final TokenStore tokens;
    private final GenerationStore generations;
    private final CallerRows rows;
    private final Announcer announcer;
    private final SignedTokenCache cache;
    private final TokenVerifier verifier;
    private final CallerGroups callerGroups;
    private final KeptCallers keptCallers;
    private final CallerStatus callerStatus;
    private final TimeSource time;
    private final Duration longestLife;

    @Inject
    SignedTokens(
            OwnTransaction transaction,
            SignedTokenStore store,
            TokenStore tokens,
            GenerationStore generations,
            CallerRows rows,
            Announcer announcer,
            SignedTokenCache cache,
            TokenVerifier verifier,
            CallerGroups callerGroups,
            KeptCallers keptCallers,
            @Configured CallerStatus callerStatus,
            Settings settings,
            @Configured TimeSource time) {
        this.transaction = transaction;
        this.store = store;
        this.tokens = tokens;
        this.generations = generations;
        this.rows = rows;
        this.announcer = announcer;
        this.cache = cache;
        this.verifier = verifier;
        this.callerGroups = callerGroups;
        this.keptCallers = keptCallers;
        this.callerStatus = callerStatus;
        this.time = time;
        this.longestLife = longestLife(settings.scoped());
    }

    /** Whoever made one may be ahead of this node, and whoever is asked about it behind whoever purges. */
    private static Duration longestLife(ScopedSettings settings) {
        return settings.maxAge().plus(settings.clockSkew().multipliedBy(2));
    }

    /**
     * How often all of a caller's signed tokens have ended.
     *
     * @param caller the caller's name
     * @return the number that a token made now must have
     */
    public long generation(String caller) {
        return transaction.run("look for a caller", () -> generations.current(caller));
    }

    /**
     * Whether it is known that there is no such caller, so that nobody is to get a token for one. Whoever has a live token is
     * somebody: the application may have made it for a caller that it alone knows.
     *
     * @param caller the caller's name
     * @return false also where that cannot be known
     * @throws RuntimeException when it could not be found out
     */
    public boolean isNobody(String caller) {
        return keptCallers.isNobody(caller)
                && transaction
                        .run("look for tokens", () -> tokens.list(caller, time.now()))
                        .isEmpty();
    }

    /**
     * What finds a token, for those that are made with it.
     *
     * @param parent the token
     * @return its selector
     */
    public Selector selector(VerifiedToken parent) {
        return parent.selector();
    }

    /**
     * Checks a token whose signature and whose time are good.
     *
     * @param token what it says of itself
     * @return whether it is good, and with which rights
     * @throws RuntimeException when that could not be found out
     */
    public SignedVerification check(SignedToken token) {
        Optional<Verification> parent = token.parent().map(verifier::verify);
        if (parent.isPresent() && !isGood(parent.get(), token)) {
            return new SignedVerification.Refused(
                    parent.get() instanceof Verification.Valid ? new Verification.Ended() : parent.get());
        }
        SignedVerification own = own(token);
        return own instanceof SignedVerification.Valid && parent.orElse(null) instanceof Verification.Valid valid
                ? new SignedVerification.Valid(valid.token().groups(), valid.token())
                : own;
    }

    private static boolean isGood(Verification parent, SignedToken token) {
        return parent instanceof Verification.Valid valid
                && valid.token().caller().equals(token.caller());
    }

    /** Of the parent everything is known by itself. */
    private SignedVerification own(SignedToken token) {
        return cache.find(token.id(), time.now())
                .filter(known -> known.isOf(token))
                .<SignedVerification>map(known -> new SignedVerification.Valid(known.groups(), null))
                .orElseGet(() -> load(token));
    }

    private SignedVerification load(SignedToken token) {
        return cache.load(token.id(), began -> new Loaded(read(token), began), loaded -> loaded.kept(token))
                .result();
    }

    private SignedVerification read(SignedToken token) {
        boolean holds = transaction.run(
                "check a signed token",
                () -> generations.current(token.caller()) == token.generation() && !store.hasEnded(token.id()));
        if (!holds) {
            return new SignedVerification.Refused(new Verification.Ended());
        }
        if (token.parent().isPresent()) {
            return new SignedVerification.Valid(Set.of(), null);
        }
        if (!keptCallers.isActive(token.caller(), CallerOrigin.UNKNOWN) || !callerStatus.isActive(token.caller())) {
            return new SignedVerification.Refused(new Verification.CallerInactive());
        }
        return new SignedVerification.Valid(callerGroups.current(token.caller(), CallerOrigin.UNKNOWN), null);
    }

    /**
     * Ends one token, wherever it is. Has committed when it returns.
     *
     * @param id its id
     * @return false when it had been ended already
     */
    public boolean revoke(Selector id) {
        Instant until = time.now().plus(longestLife);
        try {
            return transaction.run("revoke a signed token", () -> {
                boolean ended = store.end(id, until);
                if (ended) {
                    announcer.announce(new ScopedTokenRevoked(id.text()));
                }
                return ended;
            });
        } catch (ConflictException e) {
            return false;
        }
    }

    /**
     * Ends all of a caller's signed tokens. Has committed when it returns.
     *
     * @param caller the caller's name
     */
    public void revokeAll(String caller) {
        if (TokenRequest.isCallerName(caller)) {
            rows.require(caller);
            transaction.run("revoke signed tokens", () -> generations.raise(caller));
        }
    }

    /**
     * Makes {@link #beginAnew} possible. In a transaction of its own: on MariaDB a row that is not there must not be looked
     * for where it is to be made.
     *
     * @param caller the caller's name
     */
    public void expect(String caller) {
        rows.require(caller);
    }

    /**
     * Ends, in the running transaction, whatever was made for the name of a caller who comes to be by that transaction. Has to
     * be its first statement.
     *
     * @param caller the caller's name, after {@link #expect}
     */
    public void beginAnew(String caller) {
        generations.raise(caller);
    }

    /** What was found out, and when that began. */
    private record Loaded(SignedVerification result, long began) {

        Optional<SignedEntry> kept(SignedToken token) {
            return result instanceof SignedVerification.Valid valid
                    ? Optional.of(new SignedEntry(token, valid.groups(), began))
                    : Optional.empty();
        }
    }
}
