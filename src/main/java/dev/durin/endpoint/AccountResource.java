package dev.durin.endpoint;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** Durin's own path for it. */
@Path("auth/account")
@RequestScoped
public class AccountResource extends AccountEndpoint implements OwnPath {

    /** For the container. */
    public AccountResource() {}
}
