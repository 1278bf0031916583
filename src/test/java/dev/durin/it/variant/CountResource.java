package dev.durin.it.variant;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("count")
public class CountResource {

    @GET
    public String made() {
        return String.valueOf(CountedStore.MADE.get());
    }
}
