package dev.durin.access;

import dev.durin.authentication.CurrentToken;
import dev.durin.authentication.Problem;
import dev.durin.config.Beans;
import dev.durin.config.Settings;
import dev.durin.rate.Admission;
import dev.durin.rate.Rate;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/**
 * Counts what has passed all guards, and refuses what is too much. Tells in the answer what is left.
 *
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/">RateLimit header fields</a>
 */
final class RateFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String COUNTED = RateFilter.class.getName();

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getProperty(COUNTED) == null && !Preflight.is(request)) {
            Beans.current()
                    .select(CurrentToken.class)
                    .get()
                    .verified()
                    .flatMap(Beans.current().select(RateLimiter.class).get()::count)
                    .ifPresent(admission -> judge(admission, request));
        }
    }

    private static void judge(Admission admission, ContainerRequestContext request) {
        request.setProperty(COUNTED, admission);
        if (admission instanceof Admission.Refused refused) {
            long seconds = seconds(refused.retryAfter());
            request.abortWith(Response.fromResponse(ProblemResponse.of(Problem.quotaExceeded(seconds), ""))
                    .header(HttpHeaders.RETRY_AFTER, seconds)
                    .build());
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(COUNTED) instanceof Admission admission
                && Beans.current().select(Settings.class).get().throttle().headers()) {
            Rate rate = admission.budget().rate();
            response.getHeaders()
                    .add(
                            "RateLimit-Policy",
                            "\"requests\";q=" + rate.requests() + ";w="
                                    + rate.period().toSeconds());
            response.getHeaders().add("RateLimit", "\"requests\";" + left(admission));
        }
    }

    private static String left(Admission admission) {
        if (admission instanceof Admission.Passed passed) {
            return "r=" + passed.remaining() + ";t=" + seconds(passed.reset());
        }
        return "r=0;t=" + seconds(((Admission.Refused) admission).retryAfter());
    }

    /** Rounded up, so that whoever waits so long does not come too early. */
    private static long seconds(Duration duration) {
        return Math.max(1, duration.plusNanos(999_999_999).toSeconds());
    }
}
