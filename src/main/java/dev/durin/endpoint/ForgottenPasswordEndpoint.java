package dev.durin.endpoint;

import dev.durin.account.PasswordReset;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/**
 * {@code POST account/forgotten}: mails a link that sets another password. The answer is the same whether or not there is
 * such an account.
 */
@Needs(Feature.ACCOUNT_MAIL)
public abstract class ForgottenPasswordEndpoint extends OpenEndpoint {

    private static final String USERNAME = "username";
    private static final int LONGEST_NAME = 255;

    @Inject
    PasswordReset reset;

    @Inject
    Languages languages;

    /** For the container. */
    protected ForgottenPasswordEndpoint() {
        super("Forgotten Password", "Mails a link that sets another password, where the name has a confirmed address.");
    }

    @Override
    Response carryOut(RequestBody body) {
        Map<String, String> fields = body.required(Map.of(USERNAME, LONGEST_NAME), Map.of());
        requireAdmitted(limiter.registration(address::current));
        reset.ask(fields.getOrDefault(USERNAME, ""), languages.of(headers));
        return json(202, Map.of("success", true));
    }
}
