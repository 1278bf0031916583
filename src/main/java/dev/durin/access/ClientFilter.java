package dev.durin.access;

import dev.durin.config.Beans;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;

/** Holds a request against the annotations of its resource method. */
final class ClientFilter implements ContainerRequestFilter {

    private final Target target;
    private final Guard guard;
    private final AccessDecision decision =
            Beans.current().select(AccessDecision.class).get();

    ClientFilter(Target target, Guard guard) {
        this.target = target;
        this.guard = guard;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (Preflight.is(request)) {
            decision.pass(target);
            return;
        }
        try {
            decision.requireAndMark(target, guard, Caller.of(request));
        } catch (AccessRefusedException e) {
            request.abortWith(new AccessRefusedMapper().toResponse(e));
        }
    }
}
