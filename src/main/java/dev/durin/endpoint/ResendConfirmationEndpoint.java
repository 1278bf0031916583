package dev.durin.endpoint;

import dev.durin.account.Confirmation;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/**
 * {@code POST register/resend}: mails the link again that confirms the address of a new account. The answer does not tell
 * whether there is such an account. A token on the request is ignored.
 */
@Needs(Feature.ACCOUNT_MAIL)
public abstract class ResendConfirmationEndpoint extends OpenEndpoint {

    private static final String USERNAME = "username";
    private static final int LONGEST_NAME = 255;

    @Inject
    Confirmation confirmation;

    @Inject
    Languages languages;

    /** For the container. */
    protected ResendConfirmationEndpoint() {
        super("Resend Confirmation", "Mails the link again that confirms the address of a new account.");
    }

    @Override
    Response carryOut(RequestBody body) {
        String username = body.required(Map.of(USERNAME, LONGEST_NAME), Map.of(), List.of())
                .getOrDefault(USERNAME, "");
        requireAdmitted(limiter.registration(address::current));
        confirmation.resend(username, languages.of(headers));
        return json(202, Map.of("success", true));
    }
}
