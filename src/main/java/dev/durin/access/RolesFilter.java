package dev.durin.access;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;

/** Holds a request against the roles of its resource method. */
final class RolesFilter implements ContainerRequestFilter {

    private final RolesGuard guard;

    RolesFilter(RolesGuard guard) {
        this.guard = guard;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (Preflight.is(request)) {
            return;
        }
        try {
            guard.require(Caller.of(request), request.getSecurityContext());
        } catch (AccessRefusedException e) {
            request.abortWith(new AccessRefusedMapper().toResponse(e));
        }
    }
}
