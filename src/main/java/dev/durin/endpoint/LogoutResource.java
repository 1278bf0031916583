package dev.durin.endpoint;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** Durin's own path for logout. */
@Path("auth/logout")
@RequestScoped
public class LogoutResource extends LogoutEndpoint implements OwnPath {

    /** For the container. */
    public LogoutResource() {}
}
