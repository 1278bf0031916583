package dev.durin.authentication;

import dev.durin.config.Part;
import dev.durin.config.Settings;
import jakarta.inject.Inject;

/**
 * The value of {@code WWW-Authenticate} on every 401 and 403: the first configured scheme, with a realm.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-3">RFC 6750, section 3</a>
 */
@Part
public class Challenge {

    private final String scheme;

    @Inject
    Challenge(Settings settings) {
        this.scheme = settings.headerPrefixes().get(0);
    }

    /**
     * The challenge for a request.
     *
     * @param status the status of the answer, 401 or 403
     * @param authentication what the request said
     * @return the header's value; with an error code only when there was a token
     */
    public String headerValue(int status, Authentication authentication) {
        String challenge = scheme + " realm=\"api\"";
        if (authentication instanceof Authentication.Anonymous
                || authentication instanceof Authentication.Unavailable) {
            return challenge;
        }
        return challenge + (status == 403 ? ", error=\"insufficient_scope\"" : ", error=\"invalid_token\"");
    }
}
