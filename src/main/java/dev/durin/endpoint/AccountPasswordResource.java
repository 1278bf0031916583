package dev.durin.endpoint;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** Durin's own path for it. */
@Path("auth/account/password")
@RequestScoped
public class AccountPasswordResource extends AccountPasswordEndpoint implements OwnPath {

    /** For the container. */
    public AccountPasswordResource() {}
}
