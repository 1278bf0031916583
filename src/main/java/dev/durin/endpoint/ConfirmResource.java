package dev.durin.endpoint;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** Durin's own path for the links that confirm mail addresses. */
@Path("auth/register/confirm/{token}")
@RequestScoped
public class ConfirmResource extends ConfirmEndpoint implements OwnPath {

    /** For the container. */
    public ConfirmResource() {}
}
