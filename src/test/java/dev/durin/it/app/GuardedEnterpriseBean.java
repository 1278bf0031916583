package dev.durin.it.app;

import dev.durin.access.AllowClients;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;

@Stateless
public class GuardedEnterpriseBean {

    /** The container's business. */
    @RolesAllowed("user")
    public String onlyUsers() {
        return "for users";
    }

    @AllowClients("web")
    public String onlyWeb() {
        return "through the enterprise bean";
    }
}
