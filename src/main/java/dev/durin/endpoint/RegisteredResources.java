package dev.durin.endpoint;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The resource classes that JAX-RS has taken: an application that lists its classes may have left Durin's out. Thread-safe. */
@ApplicationScoped
class RegisteredResources {

    private final Set<Class<?>> classes = ConcurrentHashMap.newKeySet();

    void add(Class<?> resource) {
        classes.add(resource);
    }

    /** Whether an endpoint is among them, or may be: some servers begin with JAX-RS at the first request. */
    boolean mayHave(Class<?> endpoint) {
        return classes.isEmpty() || classes.stream().anyMatch(endpoint::isAssignableFrom);
    }
}
