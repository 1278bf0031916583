package dev.durin.endpoint;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** Durin's own path for what operators find. */
@Path("auth/admin")
@RequestScoped
public class AdminOverviewResource extends AdminOverviewEndpoint implements OwnPath {

    /** For the container. */
    public AdminOverviewResource() {}
}
