package dev.durin.it.variant;

import dev.durin.it.app.ClassGuardedResource;
import dev.durin.it.app.WhoResource;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Lists its own resources, and nothing of Durin's. */
@ApplicationPath("/api")
public class ResourcesApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(WhoResource.class, ClassGuardedResource.class, OwnLoginResource.class);
    }
}
