package dev.durin.authentication;

import dev.durin.config.Part;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The request that is being handled. Where {@link #handle} has seen it, its thread knows it: to ask CDI for it takes longer
 * than to check a token. Thread-safe.
 */
@Part
public class CurrentRequest {

    private static final ThreadLocal<@Nullable HttpServletRequest> OF_THREAD = new ThreadLocal<>();

    private final HttpServletRequest injected;

    @Inject
    CurrentRequest(HttpServletRequest injected) {
        this.injected = injected;
    }

    /**
     * Goes on with a request, which this thread knows meanwhile.
     *
     * @param request the request
     * @param response where it is answered
     * @param chain what goes on
     * @throws IOException when that throws it
     * @throws ServletException when that throws it
     */
    public static void handle(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest outer = OF_THREAD.get();
        OF_THREAD.set(request);
        try {
            chain.doFilter(request, response);
        } finally {
            OF_THREAD.set(outer);
        }
    }

    /** The request; on another thread than the server's, and before any servlet filter, as CDI knows it. */
    HttpServletRequest get() {
        HttpServletRequest known = OF_THREAD.get();
        return known == null ? injected : known;
    }
}
