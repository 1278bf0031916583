package dev.durin.it.app;

import dev.durin.access.RefusesScopedTokens;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** Takes no scoped token, nor does what it leads to. */
@Path("locked")
@RequestScoped
@RefusesScopedTokens
@Produces("text/plain")
public class LockedResource {

    @GET
    public String own() {
        return "own";
    }

    @Path("below")
    public EchoBelow below() {
        return new EchoBelow();
    }

    @Path("class")
    public Class<EchoBelow> belowByClass() {
        return EchoBelow.class;
    }

    @Path("further")
    public Further further() {
        return new Further();
    }

    /** Leads on. */
    public static class Further {

        @Path("below")
        public EchoBelow below() {
            return new EchoBelow();
        }
    }
}
