package dev.durin.endpoint;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** Durin's own path for an account. */
@Path("auth/admin/accounts/{action: disable|enable|confirmation|groups}")
@RequestScoped
public class AdminAccountResource extends AdminAccountEndpoint implements OwnPath {

    /** For the container. */
    public AdminAccountResource() {}
}
