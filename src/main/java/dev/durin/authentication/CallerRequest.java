package dev.durin.authentication;

import jakarta.security.enterprise.CallerPrincipal;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** A request that says itself who sends it, where the container does not take the caller. */
final class CallerRequest extends HttpServletRequestWrapper {

    private final Authentication.Known caller;
    private boolean changed;

    CallerRequest(HttpServletRequest request, Authentication.Known caller) {
        super(request);
        this.caller = caller;
    }

    @Override
    public @Nullable Principal getUserPrincipal() {
        return changed ? super.getUserPrincipal() : new CallerPrincipal(caller.caller());
    }

    @Override
    public @Nullable String getRemoteUser() {
        return changed ? super.getRemoteUser() : caller.caller();
    }

    @Override
    public boolean isUserInRole(String role) {
        return changed ? super.isUserInRole(role) : caller.hasRole(role);
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
