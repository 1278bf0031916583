package dev.durin.benchmark.app;

import dev.durin.access.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

/** Guarded by an annotation of Durin's. */
@Path("hello")
public class AuthenticatedResource {

    /** The name of the caller. */
    @GET
    @Authenticated
    @Produces(MediaType.TEXT_PLAIN)
    public String hello(@Context SecurityContext context) {
        return context.getUserPrincipal().getName();
    }
}
