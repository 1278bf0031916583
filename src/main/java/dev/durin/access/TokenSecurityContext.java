package dev.durin.access;

import dev.durin.token.VerifiedToken;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/**
 * The caller of a token as JAX-RS sees it.
 *
 * @param token the token
 * @param secure whether the request came over a secure connection
 */
record TokenSecurityContext(VerifiedToken token, boolean secure) implements SecurityContext {

    @Override
    public Principal getUserPrincipal() {
        return new CallerPrincipal(token.caller());
    }

    @Override
    public boolean isUserInRole(String role) {
        return token.groups().contains(role);
    }

    @Override
    public boolean isSecure() {
        return secure;
    }

    @Override
    public String getAuthenticationScheme() {
        return "Token";
    }
}
