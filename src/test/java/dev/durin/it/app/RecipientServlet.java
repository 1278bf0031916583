package dev.durin.it.app;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Says whom it is told that the request is for, in each way to ask. */
@WebServlet(urlPatterns = "/free/recipient", asyncSupported = true)
public class RecipientServlet extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final String NAME = "X-API-Token-Recipient";

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<String> all = Collections.list(request.getHeaders(NAME.toUpperCase(Locale.ROOT)));
        boolean listed = Collections.list(request.getHeaderNames()).stream().anyMatch(NAME::equalsIgnoreCase);
        response.setContentType("text/plain");
        response.getWriter()
                .print(request.getDispatcherType() + " " + request.getHeader(NAME) + " " + all + " " + listed);
    }
}
