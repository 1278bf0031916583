package dev.durin.it.console;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("own")
public class OwnResource {

    @GET
    public String own() {
        return "own";
    }

    @GET
    @Path("made")
    public String made() {
        return String.valueOf(OwnApplication.made());
    }
}
