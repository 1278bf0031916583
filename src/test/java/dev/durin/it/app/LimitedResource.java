package dev.durin.it.app;

import dev.durin.access.Authenticated;
import dev.durin.access.RateLimited;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Rates of its own. */
@Path("limited")
@RateLimited("2/m")
public class LimitedResource {

    @GET
    @Authenticated
    public String first() {
        return "first";
    }

    @GET
    @Path("second")
    @Authenticated
    public String second() {
        return "second";
    }

    @GET
    @Path("own")
    @Authenticated
    @RateLimited("1/minute")
    public String own() {
        return "own";
    }

    /** Another one that {@link HandingOnServlet} asks. */
    @GET
    @Path("before")
    @Authenticated
    @RateLimited("1000/m")
    public String before() {
        return "before";
    }

    @GET
    @Path("open")
    public String open() {
        return "open";
    }
}
