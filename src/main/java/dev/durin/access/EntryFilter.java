package dev.durin.access;

import dev.durin.authentication.Authentication;
import dev.durin.authentication.TokenAuthentication;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;

/** Makes the caller known to JAX-RS where no mechanism makes it known to the container. */
final class EntryFilter implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        Authentication authentication =
                CDI.current().select(TokenAuthentication.class).get().authenticateCurrentRequest();
        if (authentication instanceof Authentication.Authenticated known) {
            request.setSecurityContext(new TokenSecurityContext(
                    known.token(), request.getSecurityContext().isSecure()));
        }
    }
}
