package dev.durin.it.variant;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Lists its own classes, so that the server looks for no others. */
@ApplicationPath("/api")
public class ListedApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        try {
            return Set.of(
                    Class.forName("dev.durin.it.app.WhoResource"),
                    Class.forName("dev.durin.it.app.ControlResource"),
                    Class.forName("dev.durin.endpoint.LoginResource"));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
