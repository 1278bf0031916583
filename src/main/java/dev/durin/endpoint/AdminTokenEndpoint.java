package dev.durin.endpoint;

import dev.durin.admin.TokenOperations;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** {@code DELETE admin/tokens/{id}}: operators end a token. A path for it has the parameter {@code id}. */
@Allows("DELETE, OPTIONS")
public abstract class AdminTokenEndpoint extends AdminEndpoint {

    @Inject
    TokenOperations operations;

    /** For the container. */
    protected AdminTokenEndpoint() {
        super("Token", "Ends a token, whoever has it.");
    }

    /**
     * Ends a token.
     *
     * @param id its id
     * @return how many ended, which is one, or 404
     */
    @DELETE
    public Response end(@PathParam("id") String id) {
        return administerWithoutQuery(() -> {
            if (!operations.revoke(operator(), id(id))) {
                throw ProblemException.notFound();
            }
            return json(200, Map.of("tokens_ended", 1));
        });
    }
}
