package dev.durin.it.faulty;

import dev.durin.access.Authenticated;
import dev.durin.access.RateLimited;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** A rate that is none. */
@Path("limited-badly")
@Authenticated
public class LimitedBadly {

    @GET
    @RateLimited("10/fortnight")
    public String read() {
        return "read";
    }
}
