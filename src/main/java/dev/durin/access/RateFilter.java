package dev.durin.access;

import dev.durin.authentication.Authentication;
import dev.durin.authentication.ClientAddress;
import dev.durin.authentication.RateAnswer;
import dev.durin.config.Beans;
import dev.durin.rate.Admission;
import dev.durin.throttle.Limit;
import dev.durin.throttle.RateLimiter;
import dev.durin.throttle.Requester;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts what has passed all guards, and refuses what is too much. */
final class RateFilter implements ContainerRequestFilter {

    private static final String COUNTED = RateFilter.class.getName();
    private static final Authentication ANONYMOUS = new Authentication.Anonymous();

    private final List<Limit> limits;
    private final boolean ignoresToken;
    private final RateLimiter limiter;
    private final RateAnswer answer;
    private final ClientAddress address;

    RateFilter(List<Limit> limits, boolean ignoresToken) {
        this.limits = limits;
        this.ignoresToken = ignoresToken;
        this.limiter = Beans.current().select(RateLimiter.class).get();
        this.answer = Beans.current().select(RateAnswer.class).get();
        this.address = Beans.current().select(ClientAddress.class).get();
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (Preflight.is(request)) {
            return;
        }
        if (request.getProperty(COUNTED) instanceof Counted counted) {
            List<Limit> further = limits.stream()
                    .filter(limit -> !counted.limits.contains(limit))
                    .toList();
            countMore(request, further).ifPresent(admission -> judge(admission, request));
        } else {
            count(request).ifPresent(admission -> judge(admission, request));
        }
    }

    private Optional<Admission> count(ContainerRequestContext request) {
        Optional<Requester> requester = requester(request);
        return requester.isPresent()
                ? limiter.request(requester.get(), limits, address::current)
                : limiter.anonymousRequest(limits, address::current);
    }

    /** A resource has handed the request on to this one. */
    private Optional<Admission> countMore(ContainerRequestContext request, List<Limit> further) {
        Optional<Requester> requester = requester(request);
        return requester.isPresent()
                ? limiter.handedOn(requester.get(), further, address::current)
                : limiter.anonymousHandedOn(further, address::current);
    }

    /** A scoped token counts as the one that it was made with. */
    private Optional<Requester> requester(ContainerRequestContext request) {
        Authentication authentication = ignoresToken ? ANONYMOUS : Caller.of(request);
        if (authentication instanceof Authentication.Authenticated caller) {
            return Optional.of(Requester.of(caller.token()));
        }
        return authentication instanceof Authentication.ScopedAuthenticated scoped
                ? Optional.of(scoped.token().parent().map(Requester::of).orElseGet(() -> Requester.of(scoped.caller())))
                : Optional.empty();
    }

    private void judge(Admission admission, ContainerRequestContext request) {
        request.setProperty(COUNTED, new Counted(admission, limits));
        if (admission instanceof Admission.Refused refused) {
            request.abortWith(ProblemResponse.of(answer.problem(refused), ""));
        }
    }

    /** What came of counting a request, if it was counted. */
    static @Nullable Admission counted(ContainerRequestContext request) {
        return request.getProperty(COUNTED) instanceof Counted counted ? counted.admission : null;
    }

    /** What was counted for a request, and for which limits beside the one for all requests. */
    private record Counted(Admission admission, List<Limit> limits) {}
}
