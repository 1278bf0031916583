package dev.durin.authentication;

import dev.durin.config.Settings;
import dev.durin.rate.Admission;
import dev.durin.throttle.RateLimiter;
import dev.durin.token.Tokens;
import dev.durin.token.Verification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one check behind every entry: which caller and client a request is from.
 *
 * <p>An application with an authentication mechanism of its own sets {@code durin.entry=none} and calls this from it.
 * Thread-safe.
 */
@ApplicationScoped
public class TokenAuthentication {

    private static final Logger LOGGER = System.getLogger(TokenAuthentication.class.getName());
    private static final Authentication ANONYMOUS = new Authentication.Anonymous();
    private static final String FINDING = Finding.class.getName();

    private final Tokens tokens;
    private final RateLimiter limiter;
    private final RateAnswer rateAnswer;
    private final ClientAddress address;
    private final List<String> schemes;

    @Inject
    TokenAuthentication(
            Tokens tokens, RateLimiter limiter, RateAnswer rateAnswer, ClientAddress address, Settings settings) {
        this.tokens = tokens;
        this.limiter = limiter;
        this.rateAnswer = rateAnswer;
        this.address = address;
        this.schemes = settings.headerPrefixes();
    }

    @SuppressWarnings("NullAway") // for the client proxy
    protected TokenAuthentication() {
        this.tokens = null;
        this.limiter = null;
        this.rateAnswer = null;
        this.address = null;
        this.schemes = null;
    }

    /**
     * Checks the request's token, once for each request, and remembers the result for Durin's annotations and for
     * {@link CurrentToken}; a good token is noted down as used. Reads nothing but the headers {@code Authorization} and
     * {@code User-Agent} and where the request comes from.
     *
     * @param request the request
     * @return what it says of who sends it
     */
    public Authentication authenticate(HttpServletRequest request) {
        if (request.getAttribute(FINDING) instanceof Finding known) {
            return known.result;
        }
        Finding finding = new Finding();
        request.setAttribute(FINDING, finding);
        Authentication result = check(Collections.list(request.getHeaders("Authorization")));
        if (result instanceof Authentication.Refused) {
            result = throttled(request).orElse(result);
        }
        finding.result = result;
        if (result instanceof Authentication.Authenticated authenticated) {
            String userAgent = request.getHeader("User-Agent");
            tokens.used(authenticated.token(), address.of(request), userAgent == null ? "" : userAgent);
        }
        return result;
    }

    /** Good tokens from the same address still pass; whoever shares it with a guesser is not shut out. */
    private Optional<Authentication> throttled(HttpServletRequest request) {
        return limiter.badToken(() -> address.of(request))
                .filter(Admission.Refused.class::isInstance)
                .map(Admission.Refused.class::cast)
                .map(refused -> new Authentication.Throttled(rateAnswer.problem(refused)));
    }

    /**
     * What was found out about a request, without looking at it again.
     *
     * @param attributes reads the request's attributes, or the properties that JAX-RS has for them
     * @return the remembered result, or anonymous when the request was not checked
     */
    public static Authentication known(Function<String, @Nullable Object> attributes) {
        return attributes.apply(FINDING) instanceof Finding known ? known.result : ANONYMOUS;
    }

    private Authentication check(List<String> headers) {
        AuthorizationHeader header = AuthorizationHeader.parse(headers, schemes);
        if (header instanceof AuthorizationHeader.Malformed malformed) {
            return new Authentication.Refused(malformed.detail());
        }
        if (header instanceof AuthorizationHeader.Credential credential) {
            return verify(credential.text());
        }
        return ANONYMOUS;
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

    /** Whoever is asked during the check and asks back who calls gets an answer, and does not begin it again. */
    private static final class Finding {
        private volatile Authentication result = ANONYMOUS;
    }
}
