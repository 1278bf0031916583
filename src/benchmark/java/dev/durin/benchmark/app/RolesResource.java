package dev.durin.benchmark.app;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

/** Guarded by the platform's annotation. */
@Path("hello")
public class RolesResource {

    /** The name of the caller. */
    @GET
    @RolesAllowed("user")
    @Produces(MediaType.TEXT_PLAIN)
    public String hello(@Context SecurityContext context) {
        return context.getUserPrincipal().getName();
    }
}
