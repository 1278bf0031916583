package dev.durin.endpoint;

import dev.durin.access.Authenticated;
import dev.durin.account.Account;
import dev.durin.account.OwnAccount;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/** {@code GET account}: the caller's own account. */
@Authenticated
@Needs(Feature.ACCOUNTS)
@Allows("GET, HEAD, OPTIONS")
public abstract class AccountEndpoint extends Endpoint {

    @Inject
    OwnAccount accounts;

    /** For the container. */
    protected AccountEndpoint() {}

    /**
     * Shows the account.
     *
     * @return the account, or 404 for a caller of another identity store
     */
    @GET
    public Response show() {
        return answer(() -> {
            refuseApiAccessToken();
            return json(200, members(accounts.find(token().caller()).orElseThrow(ProblemException::notFound)));
        });
    }

    private static Map<String, Object> members(Account account) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("username", account.name());
        members.put("email", account.mail().orElse(null));
        members.put(
                "email_confirmed", account.mail().isPresent() && account.mail().equals(account.confirmedMail()));
        members.put("groups", new TreeSet<>(account.groups()));
        members.put("password_changed", account.passwordChanged().toString());
        members.put("created", account.created().toString());
        return members;
    }

    /**
     * Refuses.
     *
     * @return 405
     */
    @POST
    public Response post() {
        return notAllowed();
    }

    /**
     * Refuses.
     *
     * @return 405
     */
    @PUT
    public Response put() {
        return notAllowed();
    }

    /**
     * Refuses.
     *
     * @return 405
     */
    @PATCH
    public Response patch() {
        return notAllowed();
    }

    /**
     * Refuses.
     *
     * @return 405
     */
    @DELETE
    public Response delete() {
        return notAllowed();
    }

    /**
     * Describes the endpoint.
     *
     * @return what it does
     */
    @OPTIONS
    public Response options() {
        return describe("Account", "Shows the account of the caller.");
    }
}
