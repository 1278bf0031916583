package dev.durin.endpoint;

import dev.durin.access.Authenticated;
import dev.durin.spi.Expiry;
import dev.durin.token.Tokens;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.core.Response;
import java.util.Collections;

/** {@code POST refresh}: a new expiry for the token of the request; its text stays. */
@Authenticated
public abstract class RefreshEndpoint extends Endpoint {

    private static final String ALLOWED = "POST, OPTIONS";

    @Inject
    Tokens tokens;

    /** For the container. */
    protected RefreshEndpoint() {}

    /**
     * Renews the token. The body is not read.
     *
     * @return the new expiry
     */
    @POST
    public Response refresh() {
        return answer(() -> {
            Expiry expiry = tokens.renew(token()).orElseThrow(this::endedMeanwhile);
            return json(
                    200,
                    Collections.singletonMap(
                            "expiry", settings.login().expiryFormat().text(expiry)));
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
        return describe("Refresh", "Renews the token of the request.", ALLOWED);
    }
}
