package dev.durin.it.app;

import dev.durin.access.AllowClients;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;

/** The container guards it, Durin one method of it. */
@Stateless
@RolesAllowed("user")
public class EnterpriseBeanForUsers {

    public String hello() {
        return "for users";
    }

    @PermitAll
    @AllowClients("web")
    public String onlyWeb() {
        return "for all users of web";
    }
}
