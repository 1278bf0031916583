package dev.durin.endpoint;

import dev.durin.access.RegisteredResources;
import dev.durin.authentication.Authentication;
import dev.durin.authentication.Problem;
import dev.durin.authentication.ProblemWriter;
import dev.durin.config.Beans;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says in Durin's words what the server's JAX-RS refuses by itself on the way to an endpoint, such as a header that is no
 * media type, or a method that nothing has. The application's own resources keep the server's answers.
 */
public class EndpointErrorFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private final transient EndpointPaths paths;

    /**
     * Learns the paths.
     *
     * @param types the classes of the application that have to do with JAX-RS
     */
    public EndpointErrorFilter(Collection<Class<?>> types) {
        this.paths = new EndpointPaths(types);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Class<?>> endpoint = paths.endpoint(request).filter(EndpointErrorFilter::mayBeRegistered);
        if (endpoint.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        if (!isMediaType(request.getContentType()) || !areWeighed(request.getHeaders("Accept"))) {
            write(HttpServletResponse.SC_BAD_REQUEST, endpoint.get(), request, response);
            return;
        }
        WithoutErrorPage answer = new WithoutErrorPage(response);
        chain.doFilter(request, answer);
        if (answer.isForeign()
                && request.getAttribute(PageEndpoint.ANSWERED) == null
                && mayBeRegistered(endpoint.get())) {
            response.resetBuffer();
            write(answer.getStatus(), endpoint.get(), request, response);
        }
    }

    private static boolean mayBeRegistered(Class<?> endpoint) {
        return Beans.current().select(RegisteredResources.class).get().mayHave(endpoint);
    }

    /** A weight is none of a content type's parameters; one that is no number makes Jersey throw. */
    private static boolean isMediaType(@Nullable String contentType) {
        try {
            return contentType == null
                    || !MediaType.valueOf(contentType).getParameters().containsKey("q");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** One server says in a text what is wrong, which looks like an answer of the application's own. */
    private static boolean areWeighed(Enumeration<String> accepted) {
        return Collections.list(accepted).stream().allMatch(AcceptWeights::areNumbers);
    }

    private static void write(int status, Class<?> endpoint, HttpServletRequest request, HttpServletResponse response) {
        boolean there = EndpointFeature.isSwitchedOn(endpoint);
        if (there && status == HttpServletResponse.SC_METHOD_NOT_ALLOWED) {
            response.setHeader("Allow", endpoint.getAnnotation(Allows.class).value());
        }
        ProblemWriter.write(
                problem(there ? status : HttpServletResponse.SC_NOT_FOUND, request),
                new Authentication.Anonymous(),
                response);
    }

    private static Problem problem(int status, HttpServletRequest request) {
        return switch (status) {
            case HttpServletResponse.SC_NOT_FOUND -> Problem.of(status, "Not found", "Not found.");
            case HttpServletResponse.SC_METHOD_NOT_ALLOWED -> Problem.methodNotAllowed(request.getMethod());
            default ->
                Problem.of(
                        status,
                        "Bad request",
                        "The request could not be read. Check that its address is well-formed, and its headers, such as"
                                + " Content-Type: application/json.");
        };
    }

    /** Holds back what is said of an error in other words than Durin's, and the server's page about it. */
    private static final class WithoutErrorPage extends HttpServletResponseWrapper {

        WithoutErrorPage(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void sendError(int status) throws IOException {
            if (isOfJaxRs(status)) {
                setStatus(status);
            } else {
                super.sendError(status);
            }
        }

        @Override
        public void sendError(int status, String message) throws IOException {
            if (isOfJaxRs(status)) {
                setStatus(status);
            } else {
                super.sendError(status, message);
            }
        }

        /** Some servers call it when the servlet has returned. */
        @Override
        public void flushBuffer() throws IOException {
            if (!isForeign()) {
                super.flushBuffer();
            }
        }

        /** Whether there is an error that nobody has said anything about but, in some servers, their JAX-RS in HTML. */
        boolean isForeign() {
            String type = getContentType();
            return isOfJaxRs(getStatus()) && !isCommitted() && (type == null || type.startsWith("text/html"));
        }

        private static boolean isOfJaxRs(int status) {
            return status == SC_BAD_REQUEST || status == SC_NOT_FOUND || status == SC_METHOD_NOT_ALLOWED;
        }
    }
}
