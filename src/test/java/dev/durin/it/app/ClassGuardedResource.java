package dev.durin.it.app;

import dev.durin.access.AllowClients;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** A plain JAX-RS class, which is no CDI bean: only Durin's JAX-RS feature guards it. */
@Path("class-guarded")
@Produces("text/plain")
@AllowClients("web")
public class ClassGuardedResource {

    @GET
    public String web() {
        return "web";
    }

    @GET
    @Path("cli")
    @AllowClients("cli")
    public String cli() {
        return "cli";
    }

    @GET
    @Path("admin")
    @RolesAllowed("admin")
    public String admin() {
        return "admin";
    }
}
