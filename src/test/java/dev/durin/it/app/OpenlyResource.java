package dev.durin.it.app;

import dev.durin.access.Authenticated;
import dev.durin.access.IgnoresToken;
import dev.durin.authentication.CurrentToken;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;

/** Does not look at tokens, but for one method that has to know who calls. */
@Path("openly")
@RequestScoped
@IgnoresToken
@Produces("text/plain")
public class OpenlyResource {

    @Inject
    CurrentToken current;

    @GET
    @Path("free")
    public String free(@Context SecurityContext context) {
        return current.caller().orElse("nobody") + " "
                + (context.getUserPrincipal() == null
                        ? "nobody"
                        : context.getUserPrincipal().getName());
    }

    @GET
    @Path("known")
    @Authenticated
    public String known() {
        return current.caller().orElse("nobody");
    }
}
