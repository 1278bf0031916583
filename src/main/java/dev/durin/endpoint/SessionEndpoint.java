package dev.durin.endpoint;

import dev.durin.access.Authenticated;
import dev.durin.event.RevocationReason;
import dev.durin.token.Tokens;
import dev.durin.token.VerifiedToken;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.regex.Pattern;

/** {@code DELETE sessions/{id}}: ends one of the caller's tokens. A path for it has the parameter {@code id}. */
@Authenticated
@Allows("DELETE, OPTIONS")
public abstract class SessionEndpoint extends Endpoint {

    /** One spelling: no sign, no zeros in front, no digits of other scripts; and as many digits as fit into 64 bits. */
    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");

    @Inject
    Tokens tokens;

    /** For the container. */
    protected SessionEndpoint() {}

    /**
     * Ends one of the caller's sessions.
     *
     * @param id its id
     * @return 204
     */
    @DELETE
    public Response end(@PathParam("id") String id) {
        return answer(() -> {
            refuseApiAccessToken();
            VerifiedToken token = token();
            long sessionId = sessionId(id);
            if (sessionId == token.token().id()) {
                throw ProblemException.badRequest(
                        "Can't delete token if the request is authed with it." + " Use the logout endpoint instead.");
            }
            boolean listed = tokens.list(token.caller()).stream()
                    .anyMatch(session -> session.id() == sessionId && isListed(session.client()));
            if (!listed || !tokens.revoke(token.caller(), sessionId, RevocationReason.SESSION_ENDED)) {
                throw ProblemException.notFound();
            }
            return noContent();
        });
    }

    private static long sessionId(String text) {
        if (!ID.matcher(text).matches()) {
            throw ProblemException.notFound();
        }
        return Long.parseLong(text);
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
     * Describes the endpoint.
     *
     * @return what it does
     */
    @OPTIONS
    public Response options() {
        return describe("Session", "Ends one of the caller's tokens.");
    }
}
