package dev.durin.access;

import dev.durin.authentication.Authentication;
import dev.durin.authentication.CurrentToken;
import dev.durin.config.Beans;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;

/** The entry of those who leave the container out: checks the token and tells JAX-RS who calls. */
final class TokenFilter implements ContainerRequestFilter {

    private final CurrentToken current =
            Beans.current().select(CurrentToken.class).get();

    @Override
    public void filter(ContainerRequestContext request) {
        if (Caller.of(request, current) instanceof Authentication.Authenticated caller) {
            request.setSecurityContext(new CallerSecurityContext(caller.token(), request.getSecurityContext()));
        }
    }
}
