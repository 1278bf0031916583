package dev.durin.it.app;

import dev.durin.access.Authenticated;
import dev.durin.authentication.CurrentToken;
import dev.durin.scoped.ScopedTokens;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

/** As docs/scoped-tokens.md has it. */
@Path("orders/{id}")
@RequestScoped
@Authenticated
@Produces("text/plain")
public class OrderResource {

    @Inject
    CurrentToken current;

    @Inject
    ScopedTokens scopedTokens;

    @GET
    @Path("invoice")
    public String invoice(@PathParam("id") long id) {
        return "invoice " + id + " of " + current.caller().orElseThrow() + " for "
                + current.recipient().orElse("the owner");
    }

    @POST
    @Path("payment")
    public String payment(@PathParam("id") long id) {
        current.scoped().ifPresent(used -> scopedTokens.revoke(used.id()));
        return "paid " + id;
    }
}
