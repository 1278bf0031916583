package dev.durin.endpoint;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** Durin's own path for ending tokens. */
@Path("auth/admin/tokens/revoke")
@RequestScoped
public class AdminTokenRevokeResource extends AdminTokenRevokeEndpoint implements OwnPath {

    /** For the container. */
    public AdminTokenRevokeResource() {}
}
