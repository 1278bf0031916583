package dev.durin.endpoint;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** Durin's own path for scoped tokens. */
@Path("auth/scoped")
@RequestScoped
public class ScopedResource extends ScopedEndpoint implements OwnPath {

    /** For the container. */
    public ScopedResource() {}
}
