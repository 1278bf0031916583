package dev.durin.authentication;

import dev.durin.config.Part;
import dev.durin.config.Settings;
import dev.durin.scoped.Scope;
import dev.durin.scoped.VerifiedScopedToken;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Holds a request with a scoped token against what that allows: its path as it was sent, which must be readable in one way
 * alone, and as the container and JAX-RS have read it. All of them must be covered. Thread-safe.
 */
@Part
public class ScopeCheck {

    private final Scope scope;
    private final RoutedRequests routed;
    private final CurrentRequest current;
    private final Authentication.OutOfScope outOfScope;

    @Inject
    ScopeCheck(Scope scope, RoutedRequests routed, CurrentRequest current, Settings settings) {
        this.scope = scope;
        this.routed = routed;
        this.current = current;
        this.outOfScope = new Authentication.OutOfScope(
                Problem.insufficientScope(settings.scoped().outOfScopeStatus()));
    }

    /**
     * What to say of a token that does not allow a request.
     *
     * @return the answer, with the status that is so set
     */
    public Authentication.OutOfScope outOfScope() {
        return outOfScope;
    }

    /**
     * Whether a token allows a request, as far as that is known before JAX-RS has looked at it: one that is for resource
     * methods may go on to JAX-RS, and nowhere else.
     */
    boolean mayAllow(VerifiedScopedToken token, HttpServletRequest request) {
        Optional<String> path = path(request.getRequestURI(), request);
        if (path.isEmpty()) {
            return false;
        }
        String served = Objects.requireNonNullElse(request.getServletPath(), "")
                + Objects.requireNonNullElse(request.getPathInfo(), "");
        boolean covered = scope.coversPath(token, request.getMethod(), path.get())
                && scope.coversPath(token, request.getMethod(), served.isEmpty() ? "/" : served);
        return covered || (scope.hasResources(token) && routed.areForJaxRs(request));
    }

    /** From the root of the application on. */
    private static Optional<String> path(String raw, HttpServletRequest request) {
        String context = request.getServletContext().getContextPath();
        return Scope.decode(raw)
                .filter(path -> path.startsWith(context + "/") || path.equals(context))
                .map(path -> path.substring(context.length()))
                .map(path -> path.isEmpty() ? "/" : path);
    }

    /**
     * Whether a token allows what JAX-RS has found for the request that is being handled.
     *
     * @param token the token
     * @param found what JAX-RS has found
     * @return true when one of its operations covers it
     */
    public boolean allows(VerifiedScopedToken token, Found found) {
        HttpServletRequest request = current.get();
        Optional<String> sent = path(request.getRequestURI(), request);
        Optional<String> path = path(found.rawPath(), request).filter(whole -> isEnd(whole, found.routedPath()));
        if (sent.isEmpty() || path.isEmpty()) {
            return false;
        }
        return scope.coversResource(token, found.types(), found.name(), found.parameters())
                || (scope.coversPath(token, request.getMethod(), sent.get())
                        && methods(request.getMethod(), found.method()).stream()
                                .allMatch(method -> scope.coversPath(token, method, path.get())));
    }

    /** A filter may have put another method in the place of what was sent; then both are needed. */
    private static Set<String> methods(String sent, String found) {
        // Some servers have HEAD answered as GET.
        return sent.equals("HEAD") && found.equals("GET") ? Set.of(sent) : new HashSet<>(List.of(sent, found));
    }

    /** JAX-RS has looked for the end of the same path; some leave a slash out. */
    private static boolean isEnd(String whole, String end) {
        String relative = withoutSlashAtItsEnd(end.startsWith("/") ? end : "/" + end);
        return withoutSlashAtItsEnd(whole).endsWith(relative);
    }

    private static String withoutSlashAtItsEnd(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /**
     * What JAX-RS has found for a request.
     *
     * @param method the method, as it has it
     * @param rawPath the path of the request, as it has it, not decoded
     * @param routedPath the decoded path that it has looked for, without that of the JAX-RS application
     * @param types the names of the class of the resource and of those that it is derived from
     * @param name the name of the resource method
     * @param parameters the decoded path parameters
     */
    public record Found(
            String method,
            String rawPath,
            String routedPath,
            Set<String> types,
            String name,
            Map<String, ? extends Collection<String>> parameters) {

        /** Copies the names. */
        public Found {
            types = Set.copyOf(types);
        }
    }
}
