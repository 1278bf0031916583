package dev.durin.endpoint;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** Durin's own path for figures. */
@Path("auth/admin/figures")
@RequestScoped
public class AdminFiguresResource extends AdminFiguresEndpoint implements OwnPath {

    /** For the container. */
    public AdminFiguresResource() {}
}
