package dev.durin.access;

import dev.durin.authentication.Challenge;
import dev.durin.config.Beans;
import dev.durin.usage.HourlyCounts;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** Answers a refused call. Public for the container alone. */
public class AccessRefusedMapper implements ExceptionMapper<AccessRefusedException> {

    /** For the container. */
    public AccessRefusedMapper() {}

    @Override
    public Response toResponse(AccessRefusedException refused) {
        Beans.current().select(HourlyCounts.class).get().refused(refused.status());
        return ProblemResponse.of(
                refused.problem(),
                Beans.current().select(Challenge.class).get().headerValue(refused.status(), refused.authentication()));
    }
}
