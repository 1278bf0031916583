package dev.durin.it.faulty;

import dev.durin.access.RateLimited;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Open to all, where nobody has said whose addresses the server sees. */
@Path("limited-open")
public class LimitedOpen {

    @GET
    @RateLimited("10/m")
    public String read() {
        return "whoever this is";
    }
}
