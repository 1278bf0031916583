package dev.durin.it.variant;

import dev.durin.endpoint.Endpoints;
import dev.durin.it.app.ClassGuardedResource;
import dev.durin.it.app.WhoResource;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.HashSet;
import java.util.Set;

/** Lists its own resources, and Durin's. */
@ApplicationPath("/api")
public class ListingApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        Set<Class<?>> classes = new HashSet<>(Endpoints.classes());
        classes.add(WhoResource.class);
        classes.add(ClassGuardedResource.class);
        return classes;
    }
}
