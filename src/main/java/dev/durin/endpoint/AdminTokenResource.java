package dev.durin.endpoint;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** Durin's own path for a token. */
@Path("auth/admin/tokens/{id: [^/]+}")
@RequestScoped
public class AdminTokenResource extends AdminTokenEndpoint implements OwnPath {

    /** For the container. */
    public AdminTokenResource() {}
}
