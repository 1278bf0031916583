package dev.durin.endpoint;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** Durin's own path for one session. Any number of slashes before the id: durin's own clients send two. */
@Path("auth/sessions/{slashes: /*}{id: [^/]+}")
@RequestScoped
public class SessionResource extends SessionEndpoint implements OwnPath {

    /** For the container. */
    public SessionResource() {}
}
