package dev.durin;

import dev.durin.access.AccessRefusedException;
import dev.durin.authentication.CurrentRequest;
import dev.durin.authentication.ProblemWriter;
import dev.durin.authentication.ScopedExchange;
import dev.durin.config.Beans;
import dev.durin.usage.HourlyCounts;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Before all others: lets its thread know the request, shows the application the recipient of a scoped token, and answers refusals that nobody on the way has answered, such as
 * those of a guarded bean that a servlet calls.
 */
class RequestFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private transient volatile @Nullable ScopedExchange known;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletResponse answer = exchange().response(request, response);
        try {
            CurrentRequest.handle(exchange().request(request), answer, chain);
        } catch (ServletException | RuntimeException e) {
            Optional<AccessRefusedException> refusal = refusalIn(e);
            if (refusal.isEmpty() || answer.isCommitted()) {
                throw e;
            }
            answer.reset();
            Beans.current()
                    .select(HourlyCounts.class)
                    .get()
                    .refused(refusal.get().status());
            ProblemWriter.write(refusal.get().problem(), refusal.get().authentication(), answer);
        }
    }

    /** Looked up once: this is on the way of every request. */
    private ScopedExchange exchange() {
        ScopedExchange found = known;
        if (found == null) {
            found = Beans.current().select(ScopedExchange.class).get();
            known = found;
        }
        return found;
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
