package dev.durin.endpoint;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.ws.rs.core.Application;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where an application has Durin's endpoints, as far as the mappings of its servlets tell. Thread-safe. */
public final class EndpointLocation {

    private static final List<String> PARAMETERS = List.of("jakarta.ws.rs.Application", Application.class.getName());

    private static final String BELOW = "/auth";

    private final Map<String, Class<?>> applications;

    /**
     * Learns which applications there are.
     *
     * @param types the classes of the application that have to do with JAX-RS
     */
    public EndpointLocation(Collection<Class<?>> types) {
        applications = types.stream()
                .filter(Application.class::isAssignableFrom)
                .collect(Collectors.toUnmodifiableMap(Class::getName, Function.identity()));
    }

    /**
     * The path of the endpoints. Where several JAX-RS applications may have them, the one with the shortest path.
     *
     * @param context the application, which has started
     * @return such as {@code /app/api/auth}
     */
    public String in(ServletContext context) {
        return context.getContextPath() + path(context).orElse("") + BELOW;
    }

    private Optional<String> path(ServletContext context) {
        return context.getServletRegistrations().values().stream()
                .filter(this::hasEndpoints)
                .flatMap(registration -> registration.getMappings().stream())
                .filter(mapping -> mapping.startsWith("/"))
                .map(mapping -> mapping.replaceFirst("/\\*?$", ""))
                .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
    }

    /** By the names that JAX-RS, section 2.3.2, gives its servlets. */
    private boolean hasEndpoints(ServletRegistration registration) {
        return Stream.concat(
                        Stream.of(registration.getName()),
                        PARAMETERS.stream().map(registration::getInitParameter).flatMap(Stream::ofNullable))
                .anyMatch(name -> name.equals(Application.class.getName())
                        || (applications.containsKey(name) && lists(applications.get(name))));
    }

    /** One that lists its classes has left Durin's out unless it names them. */
    @SuppressWarnings("deprecation") // singletons, which applications still have
    private static boolean lists(Class<?> type) {
        try {
            Application application =
                    (Application) type.getDeclaredConstructor().newInstance();
            Set<Class<?>> classes = application.getClasses();
            Set<Object> singletons = application.getSingletons();
            return (classes.isEmpty() && singletons.isEmpty())
                    || classes.stream().anyMatch(Endpoint.class::isAssignableFrom)
                    || singletons.stream().anyMatch(Endpoint.class::isInstance);
        } catch (ReflectiveOperationException | RuntimeException e) {
            // It needs what only the container gives it, so that it is not known what it lists.
            return true;
        }
    }
}
