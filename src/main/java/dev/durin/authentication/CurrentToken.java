package dev.durin.authentication;

import dev.durin.config.Entry;
import dev.durin.config.Settings;
import dev.durin.token.Token;
import dev.durin.token.VerifiedToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
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
 * <p>Empty in a request without a good token, and outside of any request. Thread-safe.
 */
@ApplicationScoped
public class CurrentToken {

    private final CurrentRequest request;
    private final TokenAuthentication authentication;
    private final boolean findsOut;

    @Inject
    CurrentToken(CurrentRequest request, TokenAuthentication authentication, Settings settings) {
        this.request = request;
        this.authentication = authentication;
        this.findsOut = settings.entry() == Entry.FILTER;
    }

    @SuppressWarnings("NullAway") // for the client proxy
    protected CurrentToken() {
        this.request = null;
        this.authentication = null;
        this.findsOut = false;
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
     * What was found out about the request. With the entry {@code filter} the first one to ask finds it out, so that it
     * does not matter where in the request that is.
     *
     * @return the result; anonymous outside of any request
     */
    public Authentication authentication() {
        try {
            return findsOut
                    ? authentication.authenticate(request.get())
                    : TokenAuthentication.known(request.get()::getAttribute);
        } catch (ContextNotActiveException | IllegalStateException e) {
            return new Authentication.Anonymous();
        }
    }
}
