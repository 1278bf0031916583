package dev.durin.endpoint;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** Durin's own path for sessions. */
@Path("auth/sessions")
@RequestScoped
public class SessionsResource extends SessionsEndpoint implements OwnPath {

    /** For the container. */
    public SessionsResource() {}
}
