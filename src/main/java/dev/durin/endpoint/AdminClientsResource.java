package dev.durin.endpoint;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** Durin's own path for clients. */
@Path("auth/admin/clients")
@RequestScoped
public class AdminClientsResource extends AdminClientsEndpoint implements OwnPath {

    /** For the container. */
    public AdminClientsResource() {}
}
