package dev.durin.it.confirmedlater;

import dev.durin.access.IgnoresToken;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

/** Lets a test ask. */
@Path("confirmations")
@RequestScoped
@IgnoresToken
@Produces("text/plain")
public class ConfirmationsResource {

    @Inject
    ConfirmedLater later;

    @Inject
    ConfirmationReminder reminder;

    @GET
    @Path("{caller}")
    public String isConfirmed(@PathParam("caller") String caller) {
        return String.valueOf(later.isConfirmed(caller));
    }

    @POST
    public String remind() {
        return String.valueOf(reminder.remind());
    }
}
