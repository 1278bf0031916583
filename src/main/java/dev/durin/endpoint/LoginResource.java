package dev.durin.endpoint;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** Durin's own path for login. */
@Path("auth/login")
@RequestScoped
public class LoginResource extends LoginEndpoint implements OwnPath {

    /** For the container. */
    public LoginResource() {}
}
