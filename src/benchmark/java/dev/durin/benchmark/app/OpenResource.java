package dev.durin.benchmark.app;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

/** Asks for no caller. Answers as much as those that do. */
@Path("hello")
public class OpenResource {

    /** A text as long as the name of a caller. */
    @GET
    @Produces(MediaType.TEXT_PLAIN)
    public String hello(@Context SecurityContext context) {
        return context.getUserPrincipal() == null
                ? "nobody-0000"
                : context.getUserPrincipal().getName();
    }
}
