package dev.durin.authentication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/**
 * The check of a request's token, for an application with an authentication mechanism of its own: it sets
 * {@code durin.entry=none} and calls this from it. Thread-safe.
 */
@ApplicationScoped
public class TokenAuthentication {

    private final RequestCheck check;

    @Inject
    TokenAuthentication(RequestCheck check) {
        this.check = check;
    }

    @SuppressWarnings("NullAway") // for the client proxy
    protected TokenAuthentication() {
        this(null);
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
        return check.of(request);
    }
}
