package dev.durin.it.app;

import dev.durin.access.Authenticated;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;

/** Answers on another thread than it was asked on. */
@Path("later")
@RequestScoped
@Produces("text/plain")
public class LaterResource {

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    ManagedExecutorService executor;

    @GET
    @Authenticated
    public void later(@Suspended AsyncResponse answer) {
        executor.execute(() -> answer.resume("later"));
    }
}
