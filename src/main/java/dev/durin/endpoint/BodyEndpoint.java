package dev.durin.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** What the endpoints share that take a {@code POST} with fields, in any of three media types, and nothing else. */
public abstract class BodyEndpoint extends PostEndpoint {

    @Context
    HttpServletRequest servletRequest;

    @Context
    HttpHeaders headers;

    BodyEndpoint(String name, String description) {
        super(name, description);
    }

    /** Does what is asked for. Whatever it throws becomes the answer that says so. */
    abstract Response carryOut(RequestBody body);

    /**
     * Takes the fields of a JSON body.
     *
     * @param body the body
     * @return the answer, or what is wrong
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response postJson(InputStream body) {
        return answer(() -> carryOut(RequestBody.ofJson(body)));
    }

    /**
     * Takes the fields of a form.
     *
     * @param body the body
     * @return the answer, or what is wrong
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response postForm(InputStream body) {
        return answer(() -> carryOut(RequestBody.ofForm(body, servletRequest)));
    }

    /**
     * Takes the fields of a multipart form.
     *
     * @param body the body
     * @return the answer, or what is wrong
     */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response postParts(InputStream body) {
        return answer(() -> carryOut(RequestBody.ofParts(body, boundary())));
    }

    /**
     * Refuses a body of any other kind. No body at all is like an empty one.
     *
     * @param body the body
     * @return what is wrong
     */
    @POST
    @Consumes(MediaType.WILDCARD)
    public Response postAnything(InputStream body) {
        String type = servletRequest.getContentType();
        if (type == null && servletRequest.getContentLengthLong() <= 0) {
            return answer(() -> carryOut(RequestBody.empty()));
        }
        return unsupported(type);
    }

    private @Nullable String boundary() {
        return headers.getMediaType().getParameters().get("boundary");
    }
}
