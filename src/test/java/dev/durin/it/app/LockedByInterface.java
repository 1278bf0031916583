package dev.durin.it.app;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

@Path("locked-by-interface")
@RequestScoped
@Produces("text/plain")
public class LockedByInterface implements Locked {

    @GET
    public String own() {
        return "own";
    }
}
