package dev.durin.endpoint;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** Durin's own path for logout everywhere else. */
@Path("auth/logoutothers")
@RequestScoped
public class LogoutOthersResource extends LogoutOthersEndpoint implements OwnPath {

    /** For the container. */
    public LogoutOthersResource() {}
}
