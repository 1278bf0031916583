package dev.durin.it.faulty;

import dev.durin.access.AllowClients;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("plain-helper")
public class PlainHelper {

    @GET
    public String read() {
        return secret();
    }

    @AllowClients("web")
    public String secret() {
        return "JAX-RS does not call this, and no interceptor is there";
    }
}
