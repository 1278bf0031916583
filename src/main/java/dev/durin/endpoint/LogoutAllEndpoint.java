package dev.durin.endpoint;

import dev.durin.access.Authenticated;
import dev.durin.event.LoggedOut;
import dev.durin.event.RevocationReason;
import dev.durin.store.Announcer;
import dev.durin.token.Tokens;
import dev.durin.token.VerifiedToken;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;

/** {@code POST logoutall}: ends every token of the caller, of all clients. */
@Authenticated
public abstract class LogoutAllEndpoint extends PostEndpoint {

    @Inject
    Tokens tokens;

    @Inject
    Announcer announcer;

    /** For the container. */
    protected LogoutAllEndpoint() {
        super("Logout everywhere", "Ends every token of the caller.");
    }

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
}
