package dev.durin.it.app;

import dev.durin.access.Authenticated;
import dev.durin.access.RateLimited;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.io.IOException;

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

    /** Hands the request on to the method that has a rate of its own. */
    @GET
    @Path("handing-on")
    @Authenticated
    @RateLimited("1000/m")
    public void handOn(@Context HttpServletRequest request, @Context HttpServletResponse response)
            throws ServletException, IOException {
        request.getRequestDispatcher("/api/limited/own").forward(request, response);
    }

    @GET
    @Path("open")
    public String open() {
        return "open";
    }
}
