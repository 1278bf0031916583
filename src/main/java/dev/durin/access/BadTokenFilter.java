package dev.durin.access;

import dev.durin.authentication.Authentication;
import dev.durin.authentication.CurrentToken;
import dev.durin.config.Beans;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;

/** Answers requests whose token is not good, even on resources that need none: whoever sends one wants it to count. */
final class BadTokenFilter implements ContainerRequestFilter {

    private final CurrentToken current =
            Beans.current().select(CurrentToken.class).get();

    @Override
    public void filter(ContainerRequestContext request) {
        Authentication authentication = Caller.of(request, current);
        boolean good = authentication instanceof Authentication.Anonymous
                || authentication instanceof Authentication.Authenticated;
        if (!good && !Preflight.is(request)) {
            request.abortWith(new AccessRefusedMapper().toResponse(AccessDecision.refused(authentication)));
        }
    }
}
