package dev.durin.config;

/**
 * Whether the container has called Durin when the application started. Without that nothing has looked whether each
 * annotation is enforced, and no token can be checked. Thread-safe.
 */
@Part
public class Startup {

    private volatile boolean done;

    /** For the container. */
    protected Startup() {}

    /** Remembers that Durin was called. */
    public void done() {
        done = true;
    }

    /**
     * Stops what must not go on without.
     *
     * @throws ConfigurationException when Durin was not called
     */
    public void requireDone() {
        if (!done) {
            throw leftOut();
        }
    }

    /**
     * Says what keeps containers from calling Durin, or from finding its beans.
     *
     * @return what to throw
     */
    public static ConfigurationException leftOut() {
        return new ConfigurationException("The container has left "
                + Startup.class.getProtectionDomain().getCodeSource().getLocation()
                + " out of the start of its application. Let web.xml have neither"
                + " metadata-complete=\"true\" nor an <absolute-ordering> (on some servers one with <others/> will do); let"
                + " beans.xml have no bean-discovery-mode=\"none\"; and put Durin's JAR into WEB-INF/lib of each WAR that"
                + " uses it.");
    }
}
