package dev.durin.endpoint;

import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which endpoint a request is for, as far as a servlet filter can know. Where the application has a resource that might
 * take the request, it is for that one.
 */
final class EndpointPaths {

    private static final Set<Class<?>> OWN = Endpoints.classes().stream()
            .filter(type -> type.isAnnotationPresent(Path.class))
            .collect(Collectors.toUnmodifiableSet());

    private final Set<String> applications;
    private final List<PathTemplate> endpoints;
    private final List<PathTemplate> others;

    EndpointPaths(Collection<Class<?>> types) {
        applications = types.stream()
                .filter(Application.class::isAssignableFrom)
                .map(Class::getName)
                .collect(Collectors.toUnmodifiableSet());
        // Of several that match, JAX-RS takes the one of which more is literal.
        endpoints = Stream.concat(types.stream().filter(EndpointPaths::isMounted), OWN.stream())
                .map(PathTemplate::of)
                .sorted(Comparator.comparingInt(PathTemplate::literals).reversed())
                .toList();
        others = types.stream()
                .filter(type -> type.isAnnotationPresent(Path.class) && !Endpoint.class.isAssignableFrom(type))
                .map(PathTemplate::of)
                .toList();
    }

    private static boolean isMounted(Class<?> type) {
        return type.isAnnotationPresent(Path.class) && Endpoint.class.isAssignableFrom(type) && !OWN.contains(type);
    }

    /** The class of the endpoint that a request is for. */
    Optional<Class<?>> endpoint(HttpServletRequest request) {
        String path = request.getPathInfo();
        if (path == null) {
            return Optional.empty();
        }
        // In this order: most requests are for the application's own resources, and this is on the way of them all.
        return endpoint(path.startsWith("/") ? path.substring(1) : path).filter(endpoint -> isForJaxRs(request));
    }

    /** The class of the endpoint under a path, as seen from the JAX-RS application. */
    Optional<Class<?>> endpoint(String path) {
        for (PathTemplate endpoint : endpoints) {
            if (endpoint.matches(path) && others.stream().noneMatch(other -> mayTake(other, path, endpoint))) {
                return Optional.of(endpoint.type());
            }
        }
        return Optional.empty();
    }

    /** Of several applications one may have the endpoint, and another one the resource. */
    private boolean mayTake(PathTemplate other, String path, PathTemplate endpoint) {
        return other.mayTake(path, endpoint) || (applications.size() > 1 && other.mayBegin(path));
    }

    /** By the names that JAX-RS, section 2.3.2, gives the servlet of an application. */
    private boolean isForJaxRs(HttpServletRequest request) {
        String servlet =
                Objects.requireNonNullElse(request.getHttpServletMapping().getServletName(), "");
        if (servlet.equals(Application.class.getName()) || applications.contains(servlet)) {
            return true;
        }
        ServletRegistration registration = request.getServletContext().getServletRegistration(servlet);
        return registration != null
                && (registration.getInitParameter("jakarta.ws.rs.Application") != null
                        || registration.getInitParameter(Application.class.getName()) != null);
    }
}
