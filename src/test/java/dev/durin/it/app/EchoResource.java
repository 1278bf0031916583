package dev.durin.it.app;

import dev.durin.access.AllowClients;
import dev.durin.access.Authenticated;
import dev.durin.access.DisallowClients;
import dev.durin.authentication.CurrentToken;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Says who has called it, how, and under which path. */
@Path("echo")
@RequestScoped
@Produces("text/plain")
public class EchoResource {

    @Inject
    CurrentToken current;

    @Context
    HttpServletRequest request;

    @Context
    HttpHeaders headers;

    private String said(String method, String rest) {
        return method + " " + rest + " by " + current.caller().orElse("nobody");
    }

    @GET
    @Path("{rest: .*}")
    public String get(@PathParam("rest") String rest) {
        return said("GET", rest);
    }

    @POST
    @Path("{rest: .*}")
    public String post(@PathParam("rest") String rest) {
        return said("POST", rest);
    }

    @PUT
    @Path("{rest: .*}")
    public String put(@PathParam("rest") String rest) {
        return said("PUT", rest);
    }

    @PATCH
    @Path("{rest: .*}")
    public String patch(@PathParam("rest") String rest) {
        return said("PATCH", rest);
    }

    @DELETE
    @Path("{rest: .*}")
    public String delete(@PathParam("rest") String rest) {
        return said("DELETE", rest);
    }

    @OPTIONS
    @Path("{rest: .*}")
    public String options(@PathParam("rest") String rest) {
        return said("OPTIONS", rest);
    }

    @GET
    @Path("orders/{id}/invoice")
    public String invoice(@PathParam("id") String id) {
        return said("invoice", id);
    }

    @GET
    @Path("recipient")
    public String recipient(@HeaderParam("X-API-Token-Recipient") String parameter) {
        return String.join(
                " ",
                current.recipient().orElse("none"),
                String.valueOf(parameter),
                String.valueOf(headers.getHeaderString("x-api-token-recipient")),
                String.valueOf(request.getHeader("X-Api-Token-Recipient")),
                String.valueOf(request.getHeaders("X-API-TOKEN-RECIPIENT").hasMoreElements()));
    }

    @GET
    @Path("cached")
    public Response cached() {
        return Response.ok(said("cached", ""))
                .header("Cache-Control", "public, max-age=60")
                .header("Referrer-Policy", "unsafe-url")
                .build();
    }

    @GET
    @Path("guarded")
    @Authenticated
    public String guarded() {
        return said("guarded", current.scoped().map(token -> token.client()).orElse("-"));
    }

    @GET
    @Path("only-web")
    @AllowClients("web")
    public String onlyWeb() {
        return said("only-web", "");
    }

    @GET
    @Path("not-cli")
    @DisallowClients("cli")
    public String notCli() {
        return said("not-cli", "");
    }

    @GET
    @Path("admin")
    @RolesAllowed("admin")
    public String admin() {
        return said("admin", "");
    }

    @Path("sub")
    public EchoBelow below() {
        return new EchoBelow();
    }

    @Path("sub-locked")
    public EchoBelow lockedBelow() {
        return new LockedBelow();
    }
}
