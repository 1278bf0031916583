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

/** {@code POST logout} and {@code DELETE logout}: ends the token of the request. */
@Authenticated
@Allows("POST, DELETE, OPTIONS")
public abstract class LogoutEndpoint extends Endpoint {

    @Inject
    Tokens tokens;

    @Inject
    Announcer announcer;

    /** For the container. */
    protected LogoutEndpoint() {}

    /**
     * Logs out. The body is not read.
     *
     * @return 204
     */
    @POST
    public Response logOut() {
        return answer(() -> {
            VerifiedToken token = token();
            if (!tokens.revoke(token, RevocationReason.LOGOUT)) {
                throw endedMeanwhile();
            }
            announcer.announce(new LoggedOut(token.caller(), token.client(), false));
            return noContent();
        });
    }

    /**
     * Logs out.
     *
     * @return 204
     */
    @DELETE
    public Response delete() {
        return logOut();
    }

    /**
     * Refuses.
     *
     * @return 405
     */
    @GET
    public Response get() {
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
     * Describes the endpoint.
     *
     * @return what it does
     */
    @OPTIONS
    public Response options() {
        return describe("Logout", "Ends the token of the request.");
    }
}
