package dev.durin.endpoint;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.core.Response;

/** What the endpoints share that take a {@code POST} and nothing else. */
@Allows("POST, OPTIONS")
public abstract class PostEndpoint extends Endpoint {

    private final String name;
    private final String description;

    PostEndpoint(String name, String description) {
        this.name = name;
        this.description = description;
    }

    /**
     * Refuses.
     *
     * @return 405
     */
    @GET
    public Response get() {
        return notAllowed();
    }

    /**
     * Refuses.
     *
     * @return 405
     */
    @PUT
    public Response put() {
        return notAllowed();
    }

    /**
     * Refuses.
     *
     * @return 405
     */
    @PATCH
    public Response patch() {
        return notAllowed();
    }

    /**
     * Refuses.
     *
     * @return 405
     */
    @DELETE
    public Response delete() {
        return notAllowed();
    }

    /**
     * Describes the endpoint.
     *
     * @return what it does
     */
    @OPTIONS
    public Response options() {
        return describe(name, description);
    }
}
