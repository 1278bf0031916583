package dev.durin.access;

import dev.durin.authentication.Authentication;
import dev.durin.authentication.RequestCheck;
import dev.durin.config.Beans;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;

/**
 * The first to ask who sends a request. Answers those whose token is not good, even on resources that need none: whoever
 * sends one wants it to count. Where the container is left out it also tells JAX-RS who calls.
 */
final class TokenFilter implements ContainerRequestFilter {

    private final boolean tellsJaxRs;
    private final boolean ignoresToken;
    private final RequestCheck check =
            Beans.current().select(RequestCheck.class).get();

    TokenFilter(boolean tellsJaxRs, boolean ignoresToken) {
        this.tellsJaxRs = tellsJaxRs;
        this.ignoresToken = ignoresToken;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Authentication authentication = check.current();
        if (authentication instanceof Authentication.Known caller) {
            if (tellsJaxRs) {
                request.setSecurityContext(new CallerSecurityContext(caller, request.getSecurityContext()));
            }
        } else if (!ignoresToken && !(authentication instanceof Authentication.Anonymous) && !Preflight.is(request)) {
            request.abortWith(new AccessRefusedMapper().toResponse(AccessDecision.refused(authentication)));
        }
    }
}
