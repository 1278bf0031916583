package dev.durin.endpoint;

import dev.durin.account.InvalidAccountException;
import dev.durin.account.OwnAccount;
import dev.durin.authentication.Problem;
import dev.durin.authentication.RateAnswer;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** {@code POST account/email}: another mail address for the caller's account, once it is confirmed. */
public abstract class AccountEmailEndpoint extends OwnAccountEndpoint {

    private static final String EMAIL = "email";
    private static final int LONGEST_PASSWORD = 4096;
    private static final int LONGEST_ADDRESS = 320;

    @Inject
    RateAnswer rateAnswer;

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
        if (change instanceof OwnAccount.AddressChange.TooMany tooMany) {
            throw tooMany(rateAnswer.problem(tooMany.refused()));
        }
        if (change instanceof OwnAccount.AddressChange.Outdated) {
            throw fault(PASSWORD, NOT_RIGHT);
        }
        return json(202, Map.of("success", true));
    }

    /** What to do meanwhile helps more than what there was too much of. */
    private static ProblemException tooMany(Problem problem) {
        return new ProblemException(new Problem(
                problem.status(),
                problem.title(),
                "Too many links were mailed for this account. Use the last one, or try again later.",
                Map.of(),
                problem.headers()));
    }
}
