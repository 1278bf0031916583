package dev.durin.it.app;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Puts a request off, and has it come back to the path of the parameter {@code to}, or has the page for an error answer it where
 * there is none: as the container has it, without wrappers.
 */
@WebServlet(urlPatterns = "/free/putting-off", asyncSupported = true)
public class PuttingOffServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String to = request.getParameter("to");
        if (to == null) {
            response.sendError(418);
        } else {
            request.startAsync().dispatch(to);
        }
    }
}
