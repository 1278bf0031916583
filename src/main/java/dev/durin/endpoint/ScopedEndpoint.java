package dev.durin.endpoint;

import dev.durin.access.Authenticated;
import dev.durin.authentication.Problem;
import dev.durin.scoped.InvalidScopedTokenException;
import dev.durin.scoped.IssuedScopedToken;
import dev.durin.scoped.ScopedTokens;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code POST scoped}: a scoped token, made with the token of the request, which may do less and ends with that one. */
@Authenticated
public abstract class ScopedEndpoint extends PostEndpoint {

    @Inject
    ScopedTokens scopedTokens;

    @Context
    HttpHeaders headers;

    /** For the container. */
    protected ScopedEndpoint() {
        super("Scoped token", "Makes a token that may do some of what this one may, for a while.");
    }

    /**
     * Makes a token.
     *
     * @param body what it shall be
     * @return 201 with the token and its text, or what is wrong
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response issue(InputStream body) {
        return answer(() -> {
            refuseApiAccessToken();
            IssuedScopedToken issued = made(new ScopedBody(RequestBody.jsonObject(body)));
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("id", issued.id());
            members.put("expiry", issued.expiry().toString());
            members.put("token", issued.reveal());
            return json(201, members);
        });
    }

    /**
     * Refuses a body of any other kind. One that comes without a content type is read as JSON.
     *
     * @param body the body
     * @return what is wrong
     */
    @POST
    @Consumes(MediaType.WILDCARD)
    public Response issueOfAnything(InputStream body) {
        String type = headers.getHeaderString(HttpHeaders.CONTENT_TYPE);
        if (type == null) {
            return issue(body);
        }
        return problem(
                Problem.of(415, "Unsupported media type", "Unsupported media type \"" + type + "\" in request."));
    }

    private IssuedScopedToken made(ScopedBody body) {
        try {
            return scopedTokens.issue(body.request(token()));
        } catch (InvalidScopedTokenException e) {
            throw new ProblemException(new Problem(400, "Bad request", "", Map.of(e.field(), List.of(e.getMessage()))));
        }
    }
}
