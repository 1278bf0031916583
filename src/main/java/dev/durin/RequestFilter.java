package dev.durin;

import dev.durin.access.AccessRefusedException;
import dev.durin.authentication.CurrentRequest;
import dev.durin.authentication.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Before all others: lets its thread know the request, and answers refusals that nobody on the way has answered, such as
 * those of a guarded bean that a servlet calls.
 */
class RequestFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            CurrentRequest.handle(request, response, chain);
        } catch (ServletException | RuntimeException e) {
            Optional<AccessRefusedException> refusal = refusalIn(e);
            if (refusal.isEmpty() || response.isCommitted()) {
                throw e;
            }
            response.reset();
            ProblemWriter.write(refusal.get().problem(), refusal.get().authentication(), response);
        }
    }

    private static Optional<AccessRefusedException> refusalIn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AccessRefusedException refusal) {
                return Optional.of(refusal);
            }
        }
        return Optional.empty();
    }
}
