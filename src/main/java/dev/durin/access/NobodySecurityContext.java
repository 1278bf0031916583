package dev.durin.access;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** Tells JAX-RS that nobody calls. */
final class NobodySecurityContext implements SecurityContext {

    private final SecurityContext container;

    NobodySecurityContext(SecurityContext container) {
        this.container = container;
    }

    @Override
    public @Nullable Principal getUserPrincipal() {
        return null;
    }

    @Override
    public boolean isUserInRole(String role) {
        return false;
    }

    @Override
    public boolean isSecure() {
        return container.isSecure();
    }

    @Override
    public @Nullable String getAuthenticationScheme() {
        return null;
    }
}
