package dev.durin;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterTypeDiscovery;
import jakarta.enterprise.inject.spi.Extension;

/** Tells MicroProfile Health how Durin is, where there is such a thing. */
public class HealthExtension implements Extension {

    /** For the container. */
    public HealthExtension() {}

    void addCheck(@Observes AfterTypeDiscovery event) {
        if (isThere()) {
            // Of two applications in one archive that both have Durin, servers take two types of one id for one.
            String id = "durin-health-"
                    + HealthExtension.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation();
            event.addAnnotatedType(FeedHealth.class, id).add(Dependent.Literal.INSTANCE);
        }
    }

    private static boolean isThere() {
        try {
            Class.forName("org.eclipse.microprofile.health.HealthCheck", false, HealthExtension.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
