package dev.durin.endpoint;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** Durin's own path for logout everywhere. */
@Path("auth/logoutall")
@RequestScoped
public class LogoutAllResource extends LogoutAllEndpoint implements OwnPath {

    /** For the container. */
    public LogoutAllResource() {}
}
