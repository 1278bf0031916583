package dev.durin.endpoint;

import dev.durin.access.Authenticated;
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

/** {@code GET sessions}: the live tokens of the caller. */
@Authenticated
@Allows("GET, HEAD, OPTIONS")
public abstract class SessionsEndpoint extends Endpoint {

    @Inject
    Tokens tokens;

    @Inject
    TokenView view;

    /** For the container. */
    protected SessionsEndpoint() {}

    /**
     * Lists the caller's sessions.
     *
     * @return the sessions, the oldest first
     */
    @GET
    public Response list() {
        return answer(() -> {
            refuseApiAccessToken();
            VerifiedToken token = token();
            return json(
                    200,
                    tokens.list(token.caller()).stream()
                            .filter(session -> isListed(session.client()))
                            .map(session -> view.session(session, token.token()))
                            .toList());
        });
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
        return describe("Sessions", "Lists the live tokens of the caller.");
    }
}
