package dev.durin.it.faulty;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("guarded-locator")
@RolesAllowed("admin")
public class GuardedLocator {

    @Path("below")
    public Below below() {
        return new Below();
    }

    /** Says nothing of roles itself. */
    public static class Below {

        @GET
        public String read() {
            return "JAX-RS asks nobody on the way here";
        }
    }
}
