package dev.durin.endpoint;

import dev.durin.access.IgnoresToken;
import dev.durin.access.ProblemResponse;
import dev.durin.authentication.Authentication;
import dev.durin.authentication.ClientAddress;
import dev.durin.authentication.Problem;
import dev.durin.authentication.RateAnswer;
import dev.durin.rate.Admission;
import dev.durin.throttle.RateLimiter;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** What the endpoints share that are for whoever has no token yet. One on the request is ignored. */
@IgnoresToken
public abstract class OpenEndpoint extends BodyEndpoint {

    @Inject
    ClientAddress address;

    @Inject
    RateLimiter limiter;

    @Inject
    RateAnswer rateAnswer;

    OpenEndpoint(String name, String description) {
        super(name, description);
    }

    /** A token on the request has nothing to do with it, so that none is told to be bad. */
    @Override
    Response problem(Problem problem) {
        return ProblemResponse.of(problem, challenge.headerValue(problem.status(), new Authentication.Anonymous()));
    }

    /** Refuses what is too much for a rate. */
    void requireAdmitted(Optional<Admission> admission) {
        if (admission.orElse(null) instanceof Admission.Refused refused) {
            throw new ProblemException(rateAnswer.problem(refused));
        }
    }
}
