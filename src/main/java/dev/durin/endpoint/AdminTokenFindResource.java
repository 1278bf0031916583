package dev.durin.endpoint;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** Durin's own path for finding a token. */
@Path("auth/admin/tokens/find")
@RequestScoped
public class AdminTokenFindResource extends AdminTokenFindEndpoint implements OwnPath {

    /** For the container. */
    public AdminTokenFindResource() {}
}
