package dev.durin.endpoint;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** Durin's own path for tokens of all callers. */
@Path("auth/admin/tokens")
@RequestScoped
public class AdminTokensResource extends AdminTokensEndpoint implements OwnPath {

    /** For the container. */
    public AdminTokensResource() {}
}
