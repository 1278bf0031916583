package dev.durin.endpoint;

import dev.durin.account.InvalidAccountException;
import dev.durin.account.OwnAccount;
import dev.durin.authentication.Problem;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** {@code POST account/email}: another mail address for the caller's account, once it is confirmed. */
public abstract class AccountEmailEndpoint extends OwnAccountEndpoint {

    private static final String EMAIL = "email";
    private static final int LONGEST_PASSWORD = 4096;
    private static final int LONGEST_ADDRESS = 320;

    /** For the container. */
    protected AccountEmailEndpoint() {
        super(
                "Account Email",
                "Sends a link to another mail address, which confirms it for the account of the caller.");
    }

    @Override
    Response carryOut(RequestBody body) {
        Map<String, String> texts = body.required(Map.of(EMAIL, LONGEST_ADDRESS), Map.of(PASSWORD, LONGEST_PASSWORD));
        return change(texts.getOrDefault(PASSWORD, ""), account -> {
            try {
                return told(accounts.changeMail(account, texts.getOrDefault(EMAIL, ""), language()));
            } catch (InvalidAccountException e) {
                throw fault(EMAIL, e);
            }
        });
    }

    private Response told(OwnAccount.AddressChange change) {
        return switch (change) {
            case BEGUN -> json(202, Map.of("success", true));
            case OUTDATED -> throw fault(PASSWORD, NOT_RIGHT);
            case TOO_MANY ->
                throw new ProblemException(Problem.of(
                        429,
                        "Quota exceeded",
                        "Too many links were mailed for this account. Use the last one, or try again later."));
        };
    }
}
