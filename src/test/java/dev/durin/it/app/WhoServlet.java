package dev.durin.it.app;

import dev.durin.authentication.CurrentToken;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Outside JAX-RS: one path that the container protects, one that it does not. */
@WebServlet({"/secured/who", "/free/who", "/free/bean", "/free/logout"})
public class WhoServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient CurrentToken current;

    @Inject
    private transient GuardedBean bean;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        response.setContentType("text/plain");
        if (request.getServletPath().endsWith("/bean")) {
            response.getWriter().print(bean.onlyWeb());
            return;
        }
        if (request.getServletPath().endsWith("/logout")) {
            request.logout();
        }
        response.getWriter()
                .print(request.getRemoteUser() + " "
                        + current.token().map(token -> token.client()).orElse("none") + " "
                        + request.isUserInRole("user"));
    }
}
