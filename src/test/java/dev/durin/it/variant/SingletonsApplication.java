package dev.durin.it.variant;

import dev.durin.it.app.ClassGuardedResource;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Makes its one resource itself. */
@ApplicationPath("/api")
public class SingletonsApplication extends Application {

    @Override
    @SuppressWarnings("deprecation") // what this one is about
    public Set<Object> getSingletons() {
        return Set.of(new ClassGuardedResource());
    }
}
