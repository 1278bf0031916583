package dev.durin.endpoint;

import dev.durin.access.Authenticated;
import dev.durin.event.RevocationReason;
import dev.durin.token.TokenEndedException;
import dev.durin.token.Tokens;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;

/** {@code POST logoutothers}: ends every session of the caller but the one of the request. */
@Authenticated
public abstract class LogoutOthersEndpoint extends PostEndpoint {

    @Inject
    Tokens tokens;

    /** For the container. */
    protected LogoutOthersEndpoint() {
        super("Logout elsewhere", "Ends every session of the caller but this one.");
    }

    /**
     * Logs out everywhere else. The body is not read.
     *
     * @return 204
     */
    @POST
    public Response logOutElsewhere() {
        return answer(() -> {
            refuseApiAccessToken();
            try {
                tokens.revokeOthers(token(), RevocationReason.LOGOUT_OTHERS);
            } catch (TokenEndedException e) {
                throw endedMeanwhile();
            }
            return noContent();
        });
    }
}
