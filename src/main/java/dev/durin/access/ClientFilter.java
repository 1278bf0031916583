package dev.durin.access;

import dev.durin.authentication.CurrentToken;
import dev.durin.config.Beans;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;

/** Holds a request against the annotations of its resource method. */
final class ClientFilter implements ContainerRequestFilter {

    private final Target target;
    private final Guard guard;
    private final CurrentToken current =
            Beans.current().select(CurrentToken.class).get();
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
            decision.requireAndMark(target, guard, Caller.of(request, current));
        } catch (AccessRefusedException e) {
            request.abortWith(new AccessRefusedMapper().toResponse(e));
        }
    }
}
