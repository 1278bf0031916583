package dev.durin.endpoint;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** Durin's own path for it. */
@Path("auth/account/reset/{token: [^/]+}")
@RequestScoped
public class ResetPasswordResource extends ResetPasswordEndpoint implements OwnPath {

    /** For the container. */
    public ResetPasswordResource() {}
}
