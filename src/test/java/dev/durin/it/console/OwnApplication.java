package dev.durin.it.console;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Lists its own resource and nothing of Durin's, under a shorter path than the one that has the endpoints. */
@ApplicationPath("/a")
public class OwnApplication extends Application {

    private static final AtomicInteger MADE = new AtomicInteger();

    /** For the container, and for whoever else makes one. */
    public OwnApplication() {
        MADE.incrementAndGet();
    }

    static int made() {
        return MADE.get();
    }

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(OwnResource.class);
    }
}
