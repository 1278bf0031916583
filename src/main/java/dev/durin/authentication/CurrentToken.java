package dev.durin.authentication;

import dev.durin.scoped.VerifiedScopedToken;
import dev.durin.token.Token;
import dev.durin.token.VerifiedToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * The token of the request that is being handled, injectable anywhere:
 *
 * <pre>{@code
 * @Inject CurrentToken current;
 * ...
 * String client = current.token().map(Token::client).orElse("none");
 * }</pre>
 *
 * <p>Empty in a request without a good token, and outside of any request. A scoped token is no token of a client: {@link
 * #scoped()} tells it, and {@link #caller()} the caller of both. Thread-safe.
 */
@ApplicationScoped
public class CurrentToken {

    private final RequestCheck check;

    @Inject
    CurrentToken(RequestCheck check) {
        this.check = check;
    }

    @SuppressWarnings("NullAway") // for the client proxy
    protected CurrentToken() {
        this(null);
    }

    /**
     * What the owner may see of the token, but for where its login came from and when it was used last, as
     * {@link VerifiedToken#token()} says.
     *
     * @return the token, or empty
     */
    public Optional<Token> token() {
        return verified().map(VerifiedToken::token);
    }

    /**
     * The token with the caller's groups, as {@link dev.durin.token.Tokens} takes it.
     *
     * @return the token, or empty
     */
    public Optional<VerifiedToken> verified() {
        return authentication() instanceof Authentication.Authenticated authenticated
                ? Optional.of(authenticated.token())
                : Optional.empty();
    }

    /**
     * The name of the caller, whatever kind of token the request has.
     *
     * @return the name, or empty
     */
    public Optional<String> caller() {
        return authentication() instanceof Authentication.Known known ? Optional.of(known.caller()) : Optional.empty();
    }

    /**
     * The scoped token, which {@link #token()} does not tell.
     *
     * @return the token, or empty
     */
    public Optional<VerifiedScopedToken> scoped() {
        return authentication() instanceof Authentication.ScopedAuthenticated known
                ? Optional.of(known.token())
                : Optional.empty();
    }

    /**
     * Whom the scoped token of the request was made for.
     *
     * @return the name that was given to it, or empty
     */
    public Optional<String> recipient() {
        return scoped().flatMap(VerifiedScopedToken::recipient);
    }

    /**
     * What was found out about the request. With the entry {@code filter} the first one to ask finds it out, so that it
     * does not matter where in the request that is.
     *
     * @return the result; anonymous outside of any request
     */
    public Authentication authentication() {
        return check.current();
    }
}
