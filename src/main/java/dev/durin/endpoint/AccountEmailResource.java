package dev.durin.endpoint;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** Durin's own path for it. */
@Path("auth/account/email")
@RequestScoped
public class AccountEmailResource extends AccountEmailEndpoint implements OwnPath {

    /** For the container. */
    public AccountEmailResource() {}
}
