package dev.durin.access;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;

/** Holds a request against the annotations of its resource method. */
final class ClientFilter implements ContainerRequestFilter {

    private final Guard guard;

    ClientFilter(Guard guard) {
        this.guard = guard;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (Preflight.is(request)) {
            return;
        }
        try {
            CDI.current().select(AccessDecision.class).get().require(guard);
        } catch (AccessRefusedException e) {
            request.abortWith(new AccessRefusedMapper().toResponse(e));
        }
    }
}
