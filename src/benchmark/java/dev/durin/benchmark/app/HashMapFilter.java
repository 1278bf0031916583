package dev.durin.benchmark.app;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;
import java.security.Principal;

/** The least that a filter of JAX-RS can do to tell who calls: what it costs is the server's. */
@Provider
public class HashMapFilter implements ContainerRequestFilter {

    private final MappedCallers callers = new MappedCallers();

    @Override
    public void filter(ContainerRequestContext request) {
        String caller = callers.of(request.getHeaderString(HttpHeaders.AUTHORIZATION));
        if (caller != null) {
            request.setSecurityContext(new Known(() -> caller, request.getSecurityContext()));
        }
    }

    private record Known(Principal caller, SecurityContext server) implements SecurityContext {
        @Override
        public Principal getUserPrincipal() {
            return caller;
        }

        @Override
        public boolean isUserInRole(String role) {
            return role.equals(Callers.GROUP);
        }

        @Override
        public boolean isSecure() {
            return server.isSecure();
        }

        @Override
        public String getAuthenticationScheme() {
            return "Token";
        }
    }
}
