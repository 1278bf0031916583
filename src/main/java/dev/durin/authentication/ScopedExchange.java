package dev.durin.authentication;

import dev.durin.config.Part;
import dev.durin.config.Settings;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Enumeration;

/** What requests with scoped tokens look like to the application, and what their answers must have. Thread-safe. */
@Part
public class ScopedExchange {

    /** The request header that tells the application whom a scoped token was made for. */
    public static final String RECIPIENT_HEADER = "X-API-Token-Recipient";

    private final RequestCheck check;
    private final QueryToken queryToken;
    private final String scheme;

    @Inject
    ScopedExchange(RequestCheck check, QueryToken queryToken, Settings settings) {
        this.check = check;
        this.queryToken = queryToken;
        this.scheme = settings.scoped().headerPrefix();
    }

    /**
     * The request as the application shall see it: {@value #RECIPIENT_HEADER} comes from the token alone.
     *
     * @param request the request as it came
     * @return the same one, where there is nothing to change
     */
    public HttpServletRequest request(HttpServletRequest request) {
        boolean changed = request.getHeader(RECIPIENT_HEADER) != null || hasToken(request);
        return changed ? new RecipientRequest(request, check) : request;
    }

    private boolean hasToken(HttpServletRequest request) {
        Enumeration<String> values = request.getHeaders("Authorization");
        while (values != null && values.hasMoreElements()) {
            if (values.nextElement().stripLeading().regionMatches(true, 0, scheme, 0, scheme.length())) {
                return true;
            }
        }
        return queryToken.isIn(request);
    }

    /**
     * Where the answer to a request goes: that to a link with a token in it is kept nowhere, and its address told nobody.
     *
     * @param request the request
     * @param response where it is answered
     * @return the same one, where there is nothing to change
     */
    public HttpServletResponse response(HttpServletRequest request, HttpServletResponse response) {
        return queryToken.isIn(request) ? new UncachedResponse(response) : response;
    }
}
