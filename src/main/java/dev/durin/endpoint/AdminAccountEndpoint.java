package dev.durin.endpoint;

import dev.durin.account.Account;
import dev.durin.account.Accounts;
import dev.durin.account.InvalidAccountException;
import dev.durin.admin.AccountOperations;
import dev.durin.authentication.Problem;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST admin/accounts/{action}}: operators disable an account, enable it, give it other groups, or have the mail sent
 * again that confirms its address. A path for it has the parameter {@code action}.
 */
@Needs(Feature.ACCOUNT_ADMIN)
@Allows("POST, OPTIONS")
public abstract class AdminAccountEndpoint extends AdminEndpoint {

    private static final String GROUPS = "groups";

    @Inject
    Accounts accounts;

    @Inject
    AccountOperations operations;

    /** For the container. */
    protected AdminAccountEndpoint() {
        super("Account", "Changes an account that Durin keeps.");
    }

    /**
     * Changes an account.
     *
     * @param action what to do: {@code disable}, {@code enable}, {@code confirmation} or {@code groups}
     * @param body with which account
     * @return the account
     */
    @POST
    public Response act(@PathParam("action") String action, InputStream body) {
        return administerWithoutQuery(() -> {
            AdminBody fields = body(body);
            String username = fields.required("username", 255);
            List<String> groups = action.equals(GROUPS) ? fields.texts(GROUPS, 255) : List.of();
            fields.check();
            return act(action, username, groups);
        });
    }

    private Response act(String action, String username, List<String> groups) {
        try {
            Account account = found(username);
            return switch (action) {
                case "disable" -> disabled(account);
                case "enable" -> answer(200, operations.enable(operator(), account));
                case "confirmation" -> confirmation(account);
                case GROUPS -> answer(200, operations.changeGroups(operator(), account, Set.copyOf(groups)));
                default -> throw ProblemException.notFound();
            };
        } catch (InvalidAccountException e) {
            throw refused(e);
        }
    }

    private Account found(String username) {
        return accounts.find(username).orElseThrow(ProblemException::notFound);
    }

    private Response disabled(Account account) {
        int ended = operations.disable(operator(), account);
        Map<String, @Nullable Object> members = AdminAccountView.item(found(account.name()));
        members.put("tokens_ended", ended);
        return json(200, members);
    }

    private Response confirmation(Account account) {
        if (!settings.mail().isOn()) {
            throw conflict("Durin sends no mail: set durin.mail.host or durin.mail.session.");
        }
        if (!operations.sendConfirmation(operator(), account)) {
            throw new ProblemException(Problem.of(
                    429, "Too many mails", "The account has had as many mails as it may for a while. Try it later."));
        }
        return answer(202, account);
    }

    private Response answer(int status, Account account) {
        return json(status, AdminAccountView.item(account));
    }

    /** Somebody may have deleted it since it was found. */
    private static ProblemException refused(InvalidAccountException refusal) {
        return switch (refusal.field()) {
            case "name" -> ProblemException.notFound();
            case GROUPS -> fault(GROUPS, refusal.getMessage());
            default -> conflict(refusal.getMessage());
        };
    }
}
