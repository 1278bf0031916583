package dev.durin.endpoint;

import dev.durin.access.ProblemResponse;
import dev.durin.authentication.Problem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Reads no more of a body than any login needs, whatever its media type and whether or not it tells its length. */
final class BodyLimitFilter implements ContainerRequestFilter {

    static final int MOST_BYTES = 1 << 16;

    @Override
    public void filter(ContainerRequestContext request) {
        try {
            byte[] body = request.getEntityStream().readNBytes(MOST_BYTES + 1);
            request.setEntityStream(new ByteArrayInputStream(body));
            if (body.length > MOST_BYTES) {
                refuse(
                        request,
                        Problem.of(
                                413,
                                "Content too large",
                                "The request body must be at most " + MOST_BYTES + " bytes."));
            }
        } catch (IOException e) {
            // The sender went away or does not keep to HTTP; some servers answer that with 500.
            refuse(request, Problem.of(400, "Bad request", RequestBody.CUT_SHORT));
        }
    }

    private static void refuse(ContainerRequestContext request, Problem problem) {
        request.abortWith(ProblemResponse.of(problem, ""));
    }
}
