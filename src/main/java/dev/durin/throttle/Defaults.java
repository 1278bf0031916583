package dev.durin.throttle;

import dev.durin.config.Configured;
import dev.durin.config.ExtensionPoint;
import dev.durin.spi.RateCounter;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;

/** What this package does where the application has no bean of its own. */
@Dependent
class Defaults {

    @Produces
    @Dependent
    @Configured
    RateCounter rateCounter(Instance<RateCounter> application, RateWindows windows) {
        return ExtensionPoint.choose(application, windows);
    }
}
