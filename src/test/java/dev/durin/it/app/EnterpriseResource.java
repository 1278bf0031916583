package dev.durin.it.app;

import dev.durin.access.AllowClients;
import jakarta.ejb.Stateless;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** A resource that is an enterprise bean. */
@Path("enterprise")
@Stateless
@Produces("text/plain")
@AllowClients("web")
public class EnterpriseResource {

    @GET
    public String onlyWeb() {
        return "an enterprise bean";
    }
}
