package dev.durin.it.multitokenauth;

import dev.durin.access.Authenticated;
import dev.durin.authentication.CurrentToken;
import dev.durin.token.Token;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** The views of the recorded application. */
@Path("")
@RequestScoped
@Produces("application/json")
public class MultitokenauthViews {

    @Inject
    CurrentToken current;

    /** What is said of the kind of authentication is this view's own. */
    @GET
    @Path("whoami")
    @Authenticated
    public JsonObject whoAmI() {
        return Json.createObjectBuilder()
                .add("user", current.token().orElseThrow().caller())
                .add("auth", "MultiToken")
                .build();
    }

    @GET
    @Path("open")
    public JsonObject open() {
        return Json.createObjectBuilder()
                .add("user", current.token().map(Token::caller).orElse(""))
                .add("authenticated", current.token().isPresent())
                .build();
    }
}
