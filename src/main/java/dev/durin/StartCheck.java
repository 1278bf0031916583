package dev.durin;

import dev.durin.config.Part;
import dev.durin.config.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.servlet.ServletContext;

/**
 * Stops an application whose container has left {@link DurinInitializer} out. Not every server tells CDI of a web
 * application's start; there JAX-RS asks before its first resource.
 */
@Part
class StartCheck {

    void requireStarted(@Observes @Initialized(ApplicationScoped.class) ServletContext context) {
        if (context.getAttribute(DurinInitializer.CALLED) == null) {
            throw Startup.leftOut();
        }
    }
}
