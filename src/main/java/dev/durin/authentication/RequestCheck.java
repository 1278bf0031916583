package dev.durin.authentication;

import dev.durin.config.Entry;
import dev.durin.config.Part;
import dev.durin.config.Settings;
import dev.durin.rate.Admission;
import dev.durin.scoped.ScopedVerification;
import dev.durin.scoped.ScopedVerifier;
import dev.durin.scoped.VerifiedScopedToken;
import dev.durin.throttle.RateLimiter;
import dev.durin.token.TokenVerifier;
import dev.durin.token.Verification;
import dev.durin.usage.HourlyCounts;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The one check behind every entry: which caller and client a request is from. Thread-safe. */
@Part
public class RequestCheck {

    private static final Logger LOGGER = System.getLogger(RequestCheck.class.getName());
    private static final Authentication ANONYMOUS = new Authentication.Anonymous();
    private static final String FINDING = Finding.class.getName();

    private final CurrentRequest current;
    private final TokenVerifier tokens;
    private final ScopedVerifier scopedTokens;
    private final ScopeCheck scope;
    private final QueryToken queryToken;
    private final RateLimiter limiter;
    private final RateAnswer rateAnswer;
    private final ClientAddress address;
    private final RefusedTokens refusedTokens;
    private final HourlyCounts counts;
    private final List<String> schemes;
    private final List<String> scopedSchemes;
    private final boolean findsOut;

    @Inject
    RequestCheck(
            CurrentRequest current,
            TokenVerifier tokens,
            ScopedVerifier scopedTokens,
            ScopeCheck scope,
            QueryToken queryToken,
            RateLimiter limiter,
            RateAnswer rateAnswer,
            ClientAddress address,
            RefusedTokens refusedTokens,
            HourlyCounts counts,
            Settings settings) {
        this.current = current;
        this.tokens = tokens;
        this.scopedTokens = scopedTokens;
        this.scope = scope;
        this.queryToken = queryToken;
        this.limiter = limiter;
        this.rateAnswer = rateAnswer;
        this.address = address;
        this.refusedTokens = refusedTokens;
        this.counts = counts;
        this.schemes = settings.headerPrefixes();
        this.scopedSchemes = List.of(settings.scoped().headerPrefix());
        this.findsOut = settings.entry() == Entry.FILTER;
    }

    /**
     * What is known of the request that is being handled. With the entry {@code filter} the first one to ask finds it out,
     * so that it does not matter where in the request that is.
     *
     * @return the result; anonymous outside of any request
     */
    public Authentication current() {
        try {
            return told(current.get());
        } catch (ContextNotActiveException | IllegalStateException e) {
            return ANONYMOUS;
        }
    }

    /** The same of a request that is at hand. */
    Authentication told(HttpServletRequest request) {
        return findsOut ? of(request) : known(request::getAttribute);
    }

    /** What a request says of who sends it, as {@link TokenAuthentication#authenticate} tells it. */
    Authentication of(HttpServletRequest request) {
        if (request.getAttribute(FINDING) instanceof Finding known) {
            return known.result;
        }
        Finding finding = new Finding();
        request.setAttribute(FINDING, finding);
        Authentication result = check(request);
        if (result instanceof Authentication.Refused) {
            result = throttled(request).orElse(result);
        }
        finding.result = result;
        if (result instanceof Authentication.Known known) {
            counts.request(known.client());
        }
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

    /**
     * Has nobody be known in a request any more.
     *
     * @param attributes reads the request's attributes, or the properties that JAX-RS has for them
     */
    public static void forget(Function<String, @Nullable Object> attributes) {
        if (attributes.apply(FINDING) instanceof Finding known) {
            known.result = ANONYMOUS;
        }
    }

    private Authentication check(HttpServletRequest request) {
        List<String> headers = Collections.list(request.getHeaders("Authorization"));
        AuthorizationHeader header = AuthorizationHeader.parse(headers, schemes);
        if (header instanceof AuthorizationHeader.Malformed malformed) {
            return new Authentication.Refused(malformed.detail(), false);
        }
        if (header instanceof AuthorizationHeader.Credential credential) {
            return checked(() -> verify(credential.text(), request));
        }
        return checkScoped(headers, request);
    }

    /** The header counts alone, whatever its scheme: a link must not make somebody else of whoever follows it. */
    private Authentication checkScoped(List<String> headers, HttpServletRequest request) {
        if (headers.isEmpty()) {
            return checkQuery(request);
        }
        AuthorizationHeader header = AuthorizationHeader.parse(headers, scopedSchemes);
        if (header instanceof AuthorizationHeader.Malformed malformed) {
            return new Authentication.Refused(malformed.detail(), true);
        }
        return header instanceof AuthorizationHeader.Credential credential
                ? checked(() -> verifyScoped(credential.text(), request))
                : ANONYMOUS;
    }

    private Authentication checkQuery(HttpServletRequest request) {
        List<String> values = queryToken.values(request);
        if (values.isEmpty()) {
            return ANONYMOUS;
        }
        if (values.size() > 1) {
            return new Authentication.Refused("There is more than one token in the query string.", true);
        }
        return queryToken.isGoodFor(request.getMethod())
                ? checked(() -> verifyScoped(values.get(0), request))
                : new Authentication.Refused(
                        "A token in the query string is not good for " + request.getMethod() + " requests.", true);
    }

    private static Authentication checked(Supplier<Authentication> verification) {
        try {
            return verification.get();
        } catch (RuntimeException e) {
            LOGGER.log(Level.ERROR, "A token could not be checked", e);
            return new Authentication.Unavailable();
        }
    }

    private Authentication verify(String text, HttpServletRequest request) {
        Verification verification = tokens.verify(text);
        return verification instanceof Verification.Valid valid
                ? new Authentication.Authenticated(valid.token())
                : refused(verification, false, request);
    }

    private Authentication refused(Verification why, boolean scoped, HttpServletRequest request) {
        refusedTokens.tell(why, address.of(request));
        return new Authentication.Refused(detail(why), scoped);
    }

    private Authentication verifyScoped(String text, HttpServletRequest request) {
        ScopedVerification verification = scopedTokens.verify(text);
        if (verification instanceof ScopedVerification.Valid valid) {
            return judged(valid.token(), request);
        }
        return refused(((ScopedVerification.Refused) verification).reason(), true, request);
    }

    private Authentication judged(VerifiedScopedToken token, HttpServletRequest request) {
        if (isPreflight(request)) {
            // It is not judged, so that nobody is to be known by it.
            return ANONYMOUS;
        }
        return scope.mayAllow(token, request) ? new Authentication.ScopedAuthenticated(token) : scope.outOfScope();
    }

    private static boolean isPreflight(HttpServletRequest request) {
        return request.getMethod().equals("OPTIONS")
                && request.getHeader("Origin") != null
                && request.getHeader("Access-Control-Request-Method") != null;
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
