package dev.durin.access;

import dev.durin.token.VerifiedToken;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/** Tells JAX-RS the caller of a token. */
final class CallerSecurityContext implements SecurityContext {

    private final VerifiedToken token;
    private final SecurityContext container;

    CallerSecurityContext(VerifiedToken token, SecurityContext container) {
        this.token = token;
        this.container = container;
    }

    @Override
    public Principal getUserPrincipal() {
        return new CallerPrincipal(token.caller());
    }

    @Override
    public boolean isUserInRole(String role) {
        return token.hasRole(role);
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
