package dev.durin.it.app;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** What a locator leads to. */
public class EchoBelow {

    @GET
    @Path("leaf")
    public String leaf() {
        return "leaf";
    }
}
