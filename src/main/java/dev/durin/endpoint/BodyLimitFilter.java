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
    public void filter(ContainerRequestContext request) throws IOException {
        byte[] body = request.getEntityStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            request.abortWith(ProblemResponse.of(
                    Problem.of(413, "Content too large", "The request body must be at most " + MOST_BYTES + " bytes."),
                    ""));
            return;
        }
        request.setEntityStream(new ByteArrayInputStream(body));
    }
}
