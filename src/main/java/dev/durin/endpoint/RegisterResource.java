package dev.durin.endpoint;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** Durin's own path for registration. */
@Path("auth/register")
@RequestScoped
public class RegisterResource extends RegisterEndpoint implements OwnPath {

    /** For the container. */
    public RegisterResource() {}
}
