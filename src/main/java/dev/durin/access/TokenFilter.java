package dev.durin.access;

import dev.durin.authentication.Authentication;
import dev.durin.authentication.CurrentToken;
import dev.durin.config.Beans;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;

/** The entry of those who leave the container out: checks the token and tells JAX-RS who calls. */
final class TokenFilter implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        if (Beans.current().select(CurrentToken.class).get().authentication()
                instanceof Authentication.Authenticated caller) {
            request.setSecurityContext(new CallerSecurityContext(caller.token(), request.getSecurityContext()));
        }
    }
}
