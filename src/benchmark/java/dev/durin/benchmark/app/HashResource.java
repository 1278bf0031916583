package dev.durin.benchmark.app;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Computes what a login has to compute at least. */
@Path("hash/{iterations}")
@RequestScoped
public class HashResource {

    @Inject
    Passwords passwords;

    /** Whether the password is right. */
    @POST
    @Produces(MediaType.TEXT_PLAIN)
    public String hash(@PathParam("iterations") String iterations) {
        return String.valueOf(passwords.verify(iterations, Callers.PASSWORD.toCharArray()));
    }
}
