package dev.durin.access;

import dev.durin.authentication.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** A problem as JAX-RS answers it. */
public final class ProblemResponse {

    private ProblemResponse() {}

    /**
     * The answer.
     *
     * @param problem what is wrong
     * @param challenge the value of {@code WWW-Authenticate}, written when the status is 401 or 403
     * @return the answer
     */
    public static Response of(Problem problem, String challenge) {
        Response.ResponseBuilder response = Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
                .entity(problem.body());
        if (problem.status() == 401 || problem.status() == 403) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, challenge);
        }
        problem.headers().forEach(response::header);
        return response.build();
    }
}
