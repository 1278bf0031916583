package dev.durin.it.console;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Lists its own resource and nothing of Durin's, under a shorter path than the one that has the endpoints. */
@ApplicationPath("/a")
public class OwnApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(OwnResource.class);
    }
}
