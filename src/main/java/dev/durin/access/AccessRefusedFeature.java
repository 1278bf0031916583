package dev.durin.access;

import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;

/**
 * Has refusals answered also where the application lists its own classes and would not get the mapper by discovery.
 * Public for the container alone.
 */
@Provider
public class AccessRefusedFeature implements Feature {

    /** For the container. */
    public AccessRefusedFeature() {}

    @Override
    public boolean configure(FeatureContext context) {
        if (context.getConfiguration().isRegistered(AccessRefusedMapper.class)) {
            return false;
        }
        context.register(AccessRefusedMapper.class);
        return true;
    }
}
