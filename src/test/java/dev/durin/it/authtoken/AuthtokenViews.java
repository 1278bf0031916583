package dev.durin.it.authtoken;

import dev.durin.access.Authenticated;
import dev.durin.authentication.CurrentToken;
import dev.durin.token.Token;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Form;

/** The views of the recorded application, and how its users get another password. */
@Path("")
@RequestScoped
@Produces("application/json")
public class AuthtokenViews {

    @Inject
    CurrentToken current;

    @Inject
    RecordedUsers users;

    /** What the recorded one says of the token's bytes nobody knows here. */
    @GET
    @Path("whoami")
    @Authenticated
    public JsonObject whoAmI() {
        return Json.createObjectBuilder()
                .add("user", current.token().orElseThrow().caller())
                .build();
    }

    @GET
    @Path("open")
    public JsonObject open() {
        return Json.createObjectBuilder()
                .add("user", current.token().map(Token::caller).orElse(""))
                .build();
    }

    @POST
    @Path("passwords")
    public void changePassword(Form form) {
        users.change(form.asMap().getFirst("name"), form.asMap().getFirst("password"));
    }
}
