package dev.durin.authentication;

import dev.durin.token.VerifiedToken;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** A request that says itself who sends it, where the container does not take the caller. */
final class CallerRequest extends HttpServletRequestWrapper {

    private final VerifiedToken token;
    private boolean changed;

    CallerRequest(HttpServletRequest request, VerifiedToken token) {
        super(request);
        this.token = token;
    }

    @Override
    public @Nullable Principal getUserPrincipal() {
        return changed ? super.getUserPrincipal() : new CallerPrincipal(token.caller());
    }

    @Override
    public @Nullable String getRemoteUser() {
        return changed ? super.getRemoteUser() : token.caller();
    }

    @Override
    public boolean isUserInRole(String role) {
        return changed ? super.isUserInRole(role) : token.hasRole(role);
    }

    /** From here on it is the container who says who it is. */
    @Override
    public void login(String username, String password) throws ServletException {
        super.login(username, password);
        changed = true;
    }

    @Override
    public void logout() throws ServletException {
        changed = true;
        super.logout();
    }
}
