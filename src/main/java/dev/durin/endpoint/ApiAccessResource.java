package dev.durin.endpoint;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** Durin's own path for API access tokens. */
@Path("auth/apiaccess")
@RequestScoped
public class ApiAccessResource extends ApiAccessEndpoint implements OwnPath {

    /** For the container. */
    public ApiAccessResource() {}
}
