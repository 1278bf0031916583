package dev.durin.endpoint;

import dev.durin.access.Authenticated;
import dev.durin.spi.Expiry;
import dev.durin.token.Tokens;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;
import java.util.Collections;

/** {@code POST refresh}: a new expiry for the token of the request; its text stays. */
@Authenticated
public abstract class RefreshEndpoint extends PostEndpoint {

    @Inject
    Tokens tokens;

    /** For the container. */
    protected RefreshEndpoint() {
        super("Refresh", "Renews the token of the request.");
    }

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
}
