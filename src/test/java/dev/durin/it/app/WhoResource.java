package dev.durin.it.app;

import dev.durin.access.AllowClients;
import dev.durin.access.Authenticated;
import dev.durin.access.DisallowClients;
import dev.durin.authentication.CurrentToken;
import dev.durin.token.Token;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;

/** One path for each guard; each says who got through. */
@Path("who")
@RequestScoped
@Produces("text/plain")
public class WhoResource {

    @Inject
    CurrentToken current;

    @Inject
    SecurityContext security;

    @Inject
    GuardedBean bean;

    @Inject
    GuardedEnterpriseBean enterpriseBean;

    @Inject
    EnterpriseBeanForUsers enterpriseBeanForUsers;

    @Inject
    GuardedByInterface byInterface;

    @Context
    HttpServletRequest request;

    @Context
    jakarta.ws.rs.core.SecurityContext restSecurity;

    @GET
    @Path("open")
    public String open() {
        return current.token().map(Token::caller).orElse("nobody");
    }

    @GET
    @Path("authenticated")
    @Authenticated
    public String authenticated() {
        return open();
    }

    @GET
    @Path("client")
    @Authenticated
    public String client() {
        return current.token().map(Token::client).orElse("none");
    }

    @GET
    @Path("everywhere")
    @Authenticated
    public String everywhere() {
        return String.join(
                " ",
                request.getUserPrincipal().getName(),
                request.getRemoteUser(),
                restSecurity.getUserPrincipal().getName(),
                "user:" + request.isUserInRole("user") + restSecurity.isUserInRole("user"),
                "admin:" + request.isUserInRole("admin") + restSecurity.isUserInRole("admin"));
    }

    @GET
    @Path("rest-security")
    @Authenticated
    public String restSecurity() {
        return restSecurity.getUserPrincipal().getName() + " user:" + restSecurity.isUserInRole("user") + " admin:"
                + restSecurity.isUserInRole("admin");
    }

    @GET
    @Path("jakarta-security")
    @Authenticated
    public String jakartaSecurity() {
        return String.join(
                " ",
                security.getCallerPrincipal().getName(),
                "user:" + security.isCallerInRole("user"),
                "admin:" + security.isCallerInRole("admin"));
    }

    @GET
    @Path("only-web")
    @AllowClients("web")
    public String onlyWeb() {
        return open();
    }

    /** Guarded on the method, whose annotation a container copies onto what it puts on top of this class. */
    @OPTIONS
    @Path("only-web")
    @AllowClients("web")
    public String optionsOfOnlyWeb() {
        return "web";
    }

    @GET
    @Path("not-cli")
    @DisallowClients("cli")
    public String notCli() {
        return open();
    }

    @GET
    @Path("nobody")
    @AllowClients({})
    public String nobody() {
        return open();
    }

    @GET
    @Path("everybody")
    @DisallowClients({})
    public String everybody() {
        return open();
    }

    @GET
    @Path("both")
    @AllowClients({"web", "cli"})
    @DisallowClients("cli")
    public String both() {
        return open();
    }

    @GET
    @Path("admin")
    @RolesAllowed("admin")
    public String admin() {
        return open();
    }

    @GET
    @Path("permitted")
    @PermitAll
    public String permitted() {
        return open();
    }

    @GET
    @Path("denied")
    @DenyAll
    public String denied() {
        return open();
    }

    @GET
    @Path("bean")
    public String bean() {
        return bean.onlyWeb();
    }

    @GET
    @Path("enterprise-bean")
    public String enterpriseBean() {
        return enterpriseBean.onlyWeb();
    }

    @GET
    @Path("enterprise-bean-role")
    public String enterpriseBeanRole() {
        try {
            return enterpriseBeanForUsers.hello();
        } catch (EJBAccessException e) {
            return "refused";
        }
    }

    @GET
    @Path("enterprise-bean-permitted")
    public String enterpriseBeanPermitted() {
        return enterpriseBeanForUsers.onlyWeb();
    }

    @GET
    @Path("bean-open")
    public String beanOpen() {
        return bean.open();
    }

    @GET
    @Path("bean-by-interface")
    public String beanByInterface() {
        return byInterface.onlyWeb();
    }
}
