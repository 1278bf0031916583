package dev.durin.scoped;

import dev.durin.config.Part;
import dev.durin.config.Settings;
import jakarta.inject.Inject;

/** Whom the scoped tokens of this application are for. Thread-safe. */
@Part
public class Audience {

    private final String configured;
    private volatile String contextPath = "/";

    @Inject
    Audience(Settings settings) {
        this.configured = settings.scoped().audience();
    }

    /**
     * Tells where the application is. Called once at start-up.
     *
     * @param path its context path, empty for the root
     */
    public void isAt(String path) {
        contextPath = path.isEmpty() ? "/" : path;
    }

    String name() {
        return configured.isEmpty() ? contextPath : configured;
    }
}
