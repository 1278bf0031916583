package dev.durin.authentication;

import dev.durin.config.Part;
import dev.durin.config.Settings;
import jakarta.inject.Inject;

/**
 * The value of {@code WWW-Authenticate} on every 401 and 403: the first configured scheme, or that of scoped tokens for one
 * of them, with a realm.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-3">RFC 6750, section 3</a>
 */
@Part
public class Challenge {

    private final String scheme;
    private final String scopedScheme;

    @Inject
    Challenge(Settings settings) {
        this.scheme = settings.headerPrefixes().get(0);
        this.scopedScheme = settings.scoped().headerPrefix();
    }

    /**
     * The challenge for a request.
     *
     * @param status the status of the answer, 401 or 403
     * @param authentication what the request said
     * @return the header's value; with an error code only when there was a token
     */
    public String headerValue(int status, Authentication authentication) {
        String challenge = (isScoped(authentication) ? scopedScheme : scheme) + " realm=\"api\"";
        if (authentication instanceof Authentication.Anonymous
                || authentication instanceof Authentication.Unavailable) {
            return challenge;
        }
        boolean insufficient = status == 403 || authentication instanceof Authentication.OutOfScope;
        return challenge + (insufficient ? ", error=\"insufficient_scope\"" : ", error=\"invalid_token\"");
    }

    private static boolean isScoped(Authentication authentication) {
        return authentication instanceof Authentication.ScopedAuthenticated
                || authentication instanceof Authentication.OutOfScope
                || (authentication instanceof Authentication.Refused refused && refused.scoped());
    }
}
