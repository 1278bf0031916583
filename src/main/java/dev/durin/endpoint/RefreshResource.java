package dev.durin.endpoint;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** Durin's own path for refresh. */
@Path("auth/refresh")
@RequestScoped
public class RefreshResource extends RefreshEndpoint implements OwnPath {

    /** For the container. */
    public RefreshResource() {}
}
