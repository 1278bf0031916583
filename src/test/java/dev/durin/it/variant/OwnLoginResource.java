package dev.durin.it.variant;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** Under a path that could be Durin's. */
@Path("auth")
public class OwnLoginResource {

    @GET
    @Path("login")
    @Produces("text/plain")
    public String page() {
        return "the application's own";
    }
}
