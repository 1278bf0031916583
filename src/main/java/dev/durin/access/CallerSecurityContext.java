package dev.durin.access;

import dev.durin.authentication.Authentication;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/** Tells JAX-RS the caller of a token. */
final class CallerSecurityContext implements SecurityContext {

    private final Authentication.Known caller;
    private final SecurityContext container;

    CallerSecurityContext(Authentication.Known caller, SecurityContext container) {
        this.caller = caller;
        this.container = container;
    }

    @Override
    public Principal getUserPrincipal() {
        return new CallerPrincipal(caller.caller());
    }

    @Override
    public boolean isUserInRole(String role) {
        return caller.hasRole(role);
    }

    @Override
    public boolean isSecure() {
        return container.isSecure();
    }

    @Override
    public String getAuthenticationScheme() {
        return "Token";
    }
}
