package dev.durin.endpoint;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** Durin's own path for another mail with a link. */
@Path("auth/register/resend")
@RequestScoped
public class ResendConfirmationResource extends ResendConfirmationEndpoint implements OwnPath {

    /** For the container. */
    public ResendConfirmationResource() {}
}
