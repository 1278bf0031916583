package dev.durin.authentication;

import dev.durin.config.Settings;
import dev.durin.token.Tokens;
import dev.durin.token.Verification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collections;
import java.util.List;

/**
 * The one check behind every entry: which caller and client a request is from.
 *
 * <p>An application with an authentication mechanism of its own sets {@code durin.entry=none} and calls this from it.
 * Thread-safe.
 */
@ApplicationScoped
public class TokenAuthentication {

    private static final Logger LOGGER = System.getLogger(TokenAuthentication.class.getName());
    private static final String RESULT = TokenAuthentication.class.getName() + ".result";

    private final Tokens tokens;
    private final List<String> schemes;

    @Inject
    TokenAuthentication(Tokens tokens, Settings settings) {
        this.tokens = tokens;
        this.schemes = settings.headerPrefixes();
    }

    @SuppressWarnings("NullAway") // for the client proxy
    protected TokenAuthentication() {
        this.tokens = null;
        this.schemes = null;
    }

    /**
     * Checks the request's token, once for each request, and remembers the result for Durin's annotations and for
     * {@link CurrentToken}. Reads nothing but the {@code Authorization} header.
     *
     * @param request the request
     * @return what it says of who sends it
     */
    public Authentication authenticate(HttpServletRequest request) {
        if (request.getAttribute(RESULT) instanceof Authentication known) {
            return known;
        }
        // Whoever is asked during the check and asks back who calls gets an answer, and does not begin it again.
        request.setAttribute(RESULT, new Authentication.Anonymous());
        Authentication result = check(Collections.list(request.getHeaders("Authorization")));
        request.setAttribute(RESULT, result);
        return result;
    }

    /**
     * What was found out about a request, without looking at it again.
     *
     * @param request the request
     * @return the remembered result, or anonymous when the request was not checked
     */
    static Authentication known(HttpServletRequest request) {
        return request.getAttribute(RESULT) instanceof Authentication known ? known : new Authentication.Anonymous();
    }

    private Authentication check(List<String> headers) {
        AuthorizationHeader header = AuthorizationHeader.parse(headers, schemes);
        if (header instanceof AuthorizationHeader.Malformed malformed) {
            return new Authentication.Refused(malformed.detail());
        }
        if (header instanceof AuthorizationHeader.Credential credential) {
            return verify(credential.text());
        }
        return new Authentication.Anonymous();
    }

    private Authentication verify(String text) {
        try {
            Verification verification = tokens.verify(text);
            return verification instanceof Verification.Valid valid
                    ? new Authentication.Authenticated(valid.token())
                    : new Authentication.Refused(detail(verification));
        } catch (RuntimeException e) {
            LOGGER.log(Level.ERROR, "A token could not be checked", e);
            return new Authentication.Unavailable();
        }
    }

    private static String detail(Verification verification) {
        if (verification instanceof Verification.Expired) {
            return "The given token has expired.";
        }
        if (verification instanceof Verification.CallerInactive) {
            return "User inactive or deleted.";
        }
        if (verification instanceof Verification.ClientDisabled) {
            return "The client of this token is disabled.";
        }
        return "Invalid token.";
    }
}
