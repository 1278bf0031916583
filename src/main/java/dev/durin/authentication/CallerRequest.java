package dev.durin.authentication;

import dev.durin.token.VerifiedToken;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.Principal;

/** A request that says itself who sends it, where the container does not take the caller. */
final class CallerRequest extends HttpServletRequestWrapper {

    /** Every caller who is known, whatever the roles; Jakarta Servlet's name for it. */
    private static final String ANY_CALLER = "**";

    private final VerifiedToken token;

    CallerRequest(HttpServletRequest request, VerifiedToken token) {
        super(request);
        this.token = token;
    }

    @Override
    public Principal getUserPrincipal() {
        return new CallerPrincipal(token.caller());
    }

    @Override
    public String getRemoteUser() {
        return token.caller();
    }

    @Override
    public boolean isUserInRole(String role) {
        return ANY_CALLER.equals(role) || token.groups().contains(role);
    }
}
