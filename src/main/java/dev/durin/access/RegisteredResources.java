package dev.durin.access;

import dev.durin.config.Part;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The resource classes that JAX-RS has taken: an application that lists its classes may have left Durin's out. Thread-safe. */
@Part
public class RegisteredResources {

    private final Set<Class<?>> classes = ConcurrentHashMap.newKeySet();

    /** For the container. */
    protected RegisteredResources() {}

    void add(Class<?> resource) {
        classes.add(resource);
    }

    /**
     * Whether a class is among them, or may be: some servers begin with JAX-RS at the first request.
     *
     * @param resource a resource class
     * @return false when JAX-RS has taken others, and not this one
     */
    public boolean mayHave(Class<?> resource) {
        return classes.isEmpty() || classes.stream().anyMatch(resource::isAssignableFrom);
    }
}
