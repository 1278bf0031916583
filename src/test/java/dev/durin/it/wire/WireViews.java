package dev.durin.it.wire;

import dev.durin.access.AllowClients;
import dev.durin.access.Authenticated;
import dev.durin.access.DisallowClients;
import dev.durin.access.RateLimited;
import dev.durin.authentication.CurrentToken;
import dev.durin.token.Token;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** One method for each recorded view, with the annotation that stands for its permission class. */
@Path("t")
@RequestScoped
@Produces("application/json")
public class WireViews {

    private static final JsonObject OK =
            Json.createObjectBuilder().add("ok", true).build();

    @Inject
    CurrentToken current;

    @GET
    @Path("who")
    @Authenticated
    public JsonObject who() {
        Token token = current.token().orElseThrow();
        return Json.createObjectBuilder()
                .add("user", token.caller())
                .add("client", token.client())
                .build();
    }

    /** A caller that is not active gets no further than the annotation. */
    @GET
    @Path("whocached")
    @Authenticated
    public JsonObject whoCached() {
        Token token = current.token().orElseThrow();
        return Json.createObjectBuilder(who())
                .add("active", true)
                .add("expiry", token.expiry().instant().orElseThrow().toString())
                .build();
    }

    @GET
    @Path("{name: trivial|trivialcached}")
    @Authenticated
    public JsonObject trivial() {
        return OK;
    }

    @GET
    @Path("{name: throttled2?}")
    @Authenticated
    public String throttled() {
        return "\"throttled ok\"";
    }

    @GET
    @Path("throttledanon")
    @RateLimited("3/m")
    public String throttledAnonymous() {
        return "\"throttled ok\"";
    }

    @GET
    @Path("open")
    public JsonObject open() {
        return OK;
    }

    @GET
    @Path("onlyweb")
    @AllowClients("web")
    public JsonObject onlyWeb() {
        return OK;
    }

    @GET
    @Path("noweb")
    @DisallowClients("web")
    public JsonObject noWeb() {
        return OK;
    }

    @GET
    @Path("emptyallow")
    @AllowClients({})
    public JsonObject emptyAllow() {
        return OK;
    }

    @GET
    @Path("emptydisallow")
    @DisallowClients({})
    public JsonObject emptyDisallow() {
        return OK;
    }
}
