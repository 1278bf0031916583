package dev.durin.endpoint;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** Durin's own path for accounts. */
@Path("auth/admin/accounts")
@RequestScoped
public class AdminAccountsResource extends AdminAccountsEndpoint implements OwnPath {

    /** For the container. */
    public AdminAccountsResource() {}
}
