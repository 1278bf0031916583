package dev.durin.endpoint;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** Durin's own path for one client. */
@Path("auth/admin/clients/{id: [^/]+}")
@RequestScoped
public class AdminClientResource extends AdminClientEndpoint implements OwnPath {

    /** For the container. */
    public AdminClientResource() {}
}
