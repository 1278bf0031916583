package dev.durin.example;

import dev.durin.access.AllowClients;
import dev.durin.access.Authenticated;
import dev.durin.access.DisallowClients;
import dev.durin.authentication.CurrentToken;
import dev.durin.token.Token;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

/** One resource for each way to guard one. */
@Path("/")
@RequestScoped
@Produces(MediaType.TEXT_PLAIN)
public class GreetingResource {

    @Inject
    CurrentToken current;

    @GET
    @Path("open")
    public String open() {
        return "Anybody may read this.";
    }

    @GET
    @Path("me")
    @Authenticated
    public String me(@Context SecurityContext security) {
        String client = current.token().map(Token::client).orElse("none");
        return security.getUserPrincipal().getName() + " with " + client;
    }

    @GET
    @Path("web-only")
    @AllowClients("web")
    public String webOnly() {
        return "Only tokens of the client web get here.";
    }

    @GET
    @Path("not-cli")
    @DisallowClients("cli")
    public String notCli() {
        return "Tokens of every client but cli get here.";
    }

    @GET
    @Path("admin")
    @RolesAllowed("admin")
    public String admin() {
        return "Only callers in the group admin get here.";
    }
}
