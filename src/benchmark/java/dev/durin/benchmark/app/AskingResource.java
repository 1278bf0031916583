package dev.durin.benchmark.app;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

/** Asks for a caller itself, which is the cheapest way that there is. */
@Path("hello")
public class AskingResource {

    /** The name of the caller. */
    @GET
    @Produces(MediaType.TEXT_PLAIN)
    public String hello(@Context SecurityContext context) {
        if (context.getUserPrincipal() == null) {
            throw new NotAuthorizedException("Token");
        }
        return context.getUserPrincipal().getName();
    }
}
