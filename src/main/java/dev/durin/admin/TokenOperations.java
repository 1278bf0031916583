package dev.durin.admin;

import dev.durin.account.InvalidAccountException;
import dev.durin.account.OperatorAccounts;
import dev.durin.config.Part;
import dev.durin.event.OperatorActed;
import dev.durin.event.OperatorActed.Action;
import dev.durin.spi.Lifetime;
import dev.durin.store.Announcer;
import dev.durin.token.IssuedToken;
import dev.durin.token.OperatorTokens;
import dev.durin.token.Token;
import dev.durin.token.TokenSelection;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What operators do with tokens. Every change is announced with who has made it. Thread-safe. */
@Part
public class TokenOperations {

    private final OperatorTokens tokens;
    private final OperatorAccounts accounts;
    private final Announcer announcer;

    @Inject
    TokenOperations(OperatorTokens tokens, OperatorAccounts accounts, Announcer announcer) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.announcer = announcer;
    }

    /**
     * Makes a token for a caller.
     *
     * @param operator the name of the operator
     * @param wish for whom and what
     * @return the token with its text, or empty when the caller has one that logins reuse
     * @throws InvalidAccountException when Durin keeps accounts, and the caller's is not active or not there
     * @throws dev.durin.client.InvalidClientException when there is no such client or it is switched off
     * @throws dev.durin.token.TokenLimitException when it would be one too many
     * @throws dev.durin.token.LoginOutdatedException when the caller's account has changed meanwhile
     */
    public Optional<IssuedToken> issue(String operator, Wish wish) {
        boolean known = accounts.isThere(wish.caller());
        Optional<IssuedToken> issued =
                tokens.issue(accounts.tokenRequest(wish.caller(), wish.client()).named(wish.name()), wish.lifetime());
        if (issued.isPresent() && !known && accounts.isThere(wish.caller())) {
            // It was made for whoever else had the name, and must not be that of its new owner.
            tokens.revoke(issued.get().token().id());
            throw new InvalidAccountException("name", "An account of this name was made at this moment. Try it again.");
        }
        issued.map(IssuedToken::token)
                .ifPresent(token -> announcer.announce(
                        new OperatorActed(operator, Action.TOKEN_ISSUED, token.caller(), described(token), 1)));
        return issued;
    }

    /**
     * Ends a token.
     *
     * @param operator the name of the operator
     * @param id the token's id
     * @return false when there was none any more
     */
    public boolean revoke(String operator, long id) {
        Optional<Token> revoked = tokens.revoke(id);
        revoked.ifPresent(token -> announcer.announce(
                new OperatorActed(operator, Action.TOKENS_REVOKED, token.caller(), described(token), 1)));
        return revoked.isPresent();
    }

    /**
     * Ends tokens.
     *
     * @param operator the name of the operator
     * @param selection which
     * @return how many there were
     */
    public int revoke(String operator, TokenSelection selection) {
        int ended = 0;
        String detail = "It could not be finished: some may have ended.";
        try {
            ended = tokens.revoke(selection);
            detail = "";
            return ended;
        } finally {
            announcer.announce(new OperatorActed(operator, Action.TOKENS_REVOKED, selection.toString(), detail, ended));
        }
    }

    private static String described(Token token) {
        return "The token " + token.id() + " of the client " + token.client() + ".";
    }

    /**
     * What token is wanted.
     *
     * @param caller the caller's name
     * @param client the client's name
     * @param name a name for it, or an empty text
     * @param lifetime how long it lives, or null for as long as the client says
     */
    public record Wish(
            String caller,
            String client,
            String name,
            @Nullable Lifetime lifetime) {}
}
