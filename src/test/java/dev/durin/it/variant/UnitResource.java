package dev.durin.it.variant;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** Uses the application's only persistence unit. */
@Path("unit")
@RequestScoped
@Produces("text/plain")
public class UnitResource {

    @PersistenceContext
    EntityManager entities;

    @GET
    public String count() {
        return entities.createNativeQuery("SELECT 1").getSingleResult().toString();
    }
}
