package dev.durin.endpoint;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** Durin's own path for what has happened. */
@Path("auth/admin/events")
@RequestScoped
public class AdminEventsResource extends AdminEventsEndpoint implements OwnPath {

    /** For the container. */
    public AdminEventsResource() {}
}
