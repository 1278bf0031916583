package dev.durin.endpoint;

import dev.durin.access.Authenticated;
import dev.durin.event.LoggedOut;
import dev.durin.event.RevocationReason;
import dev.durin.store.Announcer;
import dev.durin.token.Tokens;
import dev.durin.token.VerifiedToken;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.core.Response;

/** {@code POST logoutall}: ends every token of the caller, of all clients. */
@Authenticated
public abstract class LogoutAllEndpoint extends Endpoint {

    private static final String ALLOWED = "POST, OPTIONS";

    @Inject
    Tokens tokens;

    @Inject
    Announcer announcer;

    /** For the container. */
    protected LogoutAllEndpoint() {}

    /**
     * Logs out everywhere. The body is not read.
     *
     * @return 204
     */
    @POST
    public Response logOutEverywhere() {
        return answer(() -> {
            refuseApiAccessToken();
            VerifiedToken token = token();
            tokens.revokeAll(token.caller(), RevocationReason.LOGOUT_ALL);
            announcer.announce(new LoggedOut(token.caller(), token.client(), true));
            return noContent();
        });
    }

    /**
     * Refuses.
     *
     * @return 405
     */
    @GET
    public Response get() {
        return notAllowed(ALLOWED);
    }

    /**
     * Refuses.
     *
     * @return 405
     */
    @PUT
    public Response put() {
        return notAllowed(ALLOWED);
    }

    /**
     * Refuses.
     *
     * @return 405
     */
    @PATCH
    public Response patch() {
        return notAllowed(ALLOWED);
    }

    /**
     * Refuses.
     *
     * @return 405
     */
    @DELETE
    public Response delete() {
        return notAllowed(ALLOWED);
    }

    /**
     * Describes the endpoint.
     *
     * @return what it does
     */
    @OPTIONS
    public Response options() {
        return describe("Logout everywhere", "Ends every token of the caller.", ALLOWED);
    }
}
