package dev.durin.admin;

import dev.durin.config.ConfigWord;
import dev.durin.event.AccountChanged;
import dev.durin.event.CallerRegistered;
import dev.durin.event.LoggedOut;
import dev.durin.event.LoginFailed;
import dev.durin.event.LoginSucceeded;
import dev.durin.event.MailConfirmed;
import dev.durin.event.OperatorActed;
import dev.durin.event.RateLimited;
import dev.durin.event.ScopedTokenIssued;
import dev.durin.event.ScopedTokenRevoked;
import dev.durin.event.TokenExpired;
import dev.durin.event.TokenIssued;
import dev.durin.event.TokenRenewed;
import dev.durin.event.TokenRevoked;
import dev.durin.spi.Expiry;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Says of each fact what operators want to know. */
final class FactDescriptions {

    /** Where the password was right, the name is one. In all other cases somebody may have typed the password there. */
    private static final Set<LoginFailed.Reason> NAME_IS_ONE =
            Set.of(LoginFailed.Reason.INACTIVE, LoginFailed.Reason.POLICY, LoginFailed.Reason.LIMIT);

    private static final int SHOWN = 2;

    private static final Map<Class<?>, Function<Object, Happening>> BY_TYPE = new HashMap<>();

    static {
        put(TokenIssued.class, fact -> Happening.of(
                        EventKind.TOKEN_ISSUED, "A token was issued, good " + until(fact.expiry()) + ".")
                .about(fact.caller(), fact.client(), fact.tokenId()));
        put(TokenRenewed.class, fact -> Happening.of(
                        EventKind.TOKEN_RENEWED, "A token was renewed, good " + until(fact.expiry()) + ".")
                .about(fact.caller(), fact.client(), fact.tokenId()));
        put(TokenExpired.class, fact -> Happening.of(
                        EventKind.TOKEN_EXPIRED,
                        "An expired token was removed, noticed by: " + ConfigWord.of(fact.source()) + ".")
                .about(fact.caller(), fact.client(), fact.tokenId()));
        put(TokenRevoked.class, fact -> Happening.of(
                        EventKind.TOKEN_REVOKED, "A token was ended: " + ConfigWord.of(fact.reason()) + ".")
                .about(fact.caller(), fact.client(), fact.tokenId()));
        put(LoginSucceeded.class, fact -> Happening.of(EventKind.LOGIN_SUCCEEDED, "Logged in.")
                .about(fact.caller(), fact.client(), fact.tokenId())
                .from(fact.remoteAddress()));
        put(LoginFailed.class, FactDescriptions::failed);
        put(LoggedOut.class, fact -> Happening.of(
                        EventKind.LOGGED_OUT, fact.everywhere() ? "Logged out everywhere." : "Logged out.")
                .about(fact.caller(), fact.client(), 0));
        put(RateLimited.class, fact -> Happening.of(
                        EventKind.RATE_LIMITED,
                        "Too many " + ConfigWord.of(fact.kind()).replace('-', ' ') + ", " + fact.rate()
                                + " may pass; again in " + fact.retryAfter().toSeconds() + " s.")
                .about(fact.caller(), fact.client(), 0)
                .from(fact.remoteAddress()));
        put(OperatorActed.class, FactDescriptions::acted);
        put(AccountChanged.class, fact -> Happening.of(
                        EventKind.ACCOUNT_CHANGED, "The account was changed: " + ConfigWord.of(fact.what()) + ".")
                .about(fact.caller(), "", 0));
        put(CallerRegistered.class, fact -> Happening.of(EventKind.CALLER_REGISTERED, "An account was registered.")
                .about(fact.caller(), "", 0));
        put(MailConfirmed.class, fact -> Happening.of(EventKind.MAIL_CONFIRMED, "A mail address was confirmed.")
                .about(fact.caller(), "", 0));
        put(ScopedTokenIssued.class, fact -> Happening.of(
                        EventKind.SCOPED_TOKEN_ISSUED,
                        "The scoped token " + fact.tokenId() + " was made, good until " + fact.expiry()
                                + (fact.recipient().isEmpty() ? "" : ", for " + fact.recipient()) + ".")
                .about(fact.caller(), "", 0));
        put(
                ScopedTokenRevoked.class,
                fact -> Happening.of(
                        EventKind.SCOPED_TOKEN_REVOKED, "The scoped token " + fact.tokenId() + " was ended."));
    }

    private FactDescriptions() {}

    private static <T> void put(Class<T> type, Function<T, Happening> description) {
        BY_TYPE.put(type, fact -> description.apply(type.cast(fact)));
    }

    /** What is to be told of a fact; empty for those that nobody is told of. */
    static Optional<Happening> of(Object fact) {
        return Optional.ofNullable(BY_TYPE.get(fact.getClass())).map(description -> description.apply(fact));
    }

    private static String until(Expiry expiry) {
        return expiry.instant().map(end -> "until " + end).orElse("for ever");
    }

    private static Happening failed(LoginFailed fact) {
        boolean shown = NAME_IS_ONE.contains(fact.reason());
        return Happening.of(
                        EventKind.LOGIN_FAILED,
                        "A login was refused: " + ConfigWord.of(fact.reason())
                                + (shown ? "." : ". The name begins with \"" + beginning(fact.username()) + "\"."))
                .about(shown ? fact.username() : "", fact.client(), 0)
                .from(fact.remoteAddress());
    }

    private static String beginning(String username) {
        return username.codePoints()
                .limit(SHOWN)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static Happening acted(OperatorActed fact) {
        String detail = fact.detail().isEmpty() ? "" : " " + fact.detail();
        return Happening.of(
                        EventKind.OPERATOR_ACTED,
                        ConfigWord.of(fact.action()) + ": " + fact.subject() + "." + detail
                                + (fact.affected() == 0 ? "" : " (tokens: " + fact.affected() + ")"))
                .by(fact.operator());
    }
}
