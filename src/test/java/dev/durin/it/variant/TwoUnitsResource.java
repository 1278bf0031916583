package dev.durin.it.variant;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** Uses two persistence units of the application's. */
@Path("unit")
@RequestScoped
@Produces("text/plain")
public class TwoUnitsResource {

    @PersistenceContext(unitName = "first")
    EntityManager first;

    @PersistenceContext(unitName = "second")
    EntityManager second;

    @GET
    public String count() {
        first.createNativeQuery("SELECT 1").getSingleResult();
        return second.createNativeQuery("SELECT 1").getSingleResult().toString();
    }
}
