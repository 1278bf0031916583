package dev.durin.it.tmpscoped;

import dev.durin.authentication.CurrentToken;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;

/** The views of the recorded application, which tell apart what JAX-RS does not: whether there is a slash at the end. */
@Path("{path: (api|secret|t).*}")
@RequestScoped
@Produces("application/json")
public class TmpScopedViews {

    private static final Map<String, String> VIEWS = Map.of(
            "/api/v1/foo/", "foo",
            "/api/v1/foobar/", "foobar",
            "/api/v1/open/", "open",
            "/api/v1/admin/", "admin",
            "/secret/", "secret",
            "/tést/", "tést");

    @Inject
    CurrentToken current;

    @Context
    HttpServletRequest request;

    @Context
    UriInfo uri;

    @GET
    public JsonObject get() {
        return view();
    }

    @POST
    public JsonObject post() {
        return view();
    }

    @PUT
    public JsonObject put() {
        return view();
    }

    @PATCH
    public JsonObject patch() {
        return view();
    }

    @DELETE
    public JsonObject delete() {
        return view();
    }

    @OPTIONS
    public Response options() {
        return Response.ok(description())
                .header("Allow", "GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS")
                .build();
    }

    private static JsonObject description() {
        return Json.createObjectBuilder()
                .add("name", "Echo")
                .add("description", "Says what has come.")
                .add(
                        "renders",
                        Json.createArrayBuilder().add("application/json").add("text/html"))
                .add(
                        "parses",
                        Json.createArrayBuilder()
                                .add("application/json")
                                .add("application/x-www-form-urlencoded")
                                .add("multipart/form-data"))
                .build();
    }

    private JsonObject view() {
        String path = "/" + (uri.getPath().startsWith("/") ? uri.getPath().substring(1) : uri.getPath());
        boolean known = current.scoped().isPresent();
        if (!known && !path.equals("/api/v1/open/")) {
            throw new NotAuthorizedException(Response.status(401)
                    .header("WWW-Authenticate", "Token realm=\"api\"")
                    .type("application/problem+json")
                    .entity("{\"detail\":\"Authentication credentials were not provided.\"}")
                    .build());
        }
        boolean below = path.startsWith("/api/v1/foo/") && !path.equals("/api/v1/foo/");
        String view = below ? "foo/..." : VIEWS.getOrDefault(path, "catch-all");
        JsonObjectBuilder said = Json.createObjectBuilder()
                .add("view", view)
                .add("method", request.getMethod())
                .add("user", current.caller().orElse(""))
                .add("auth", known ? "TokenManager" : "NoneType")
                .add("path", path)
                .add("rest", rest(path, view))
                .add("META HTTP_X_API_TOKEN_RECIPIENT", JsonValue.NULL)
                .add("request.headers", JsonValue.NULL);
        current.recipient()
                .ifPresentOrElse(
                        name -> said.add("META X-API-Token-Recipient", name),
                        () -> said.add("META X-API-Token-Recipient", JsonValue.NULL));
        return said.build();
    }

    private static JsonValue rest(String path, String view) {
        return switch (view) {
            case "foo/..." -> Json.createValue(path.substring("/api/v1/foo/".length()));
            case "catch-all" -> Json.createValue(path.substring(1));
            default -> JsonValue.NULL;
        };
    }
}
