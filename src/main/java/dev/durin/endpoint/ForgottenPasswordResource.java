package dev.durin.endpoint;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** Durin's own path for it. */
@Path("auth/account/forgotten")
@RequestScoped
public class ForgottenPasswordResource extends ForgottenPasswordEndpoint implements OwnPath {

    /** For the container. */
    public ForgottenPasswordResource() {}
}
