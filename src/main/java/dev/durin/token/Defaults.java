package dev.durin.token;

import dev.durin.config.Configured;
import dev.durin.config.ExtensionPoint;
import dev.durin.spi.CallerStatus;
import dev.durin.spi.TokenRenewal;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;

/** What this package does where the application has no bean of its own. */
@Dependent
class Defaults {

    @Produces
    @Dependent
    @Configured
    CallerStatus callerStatus(Instance<CallerStatus> application) {
        return ExtensionPoint.choose(application, caller -> true);
    }

    @Produces
    @Dependent
    @Configured
    TokenRenewal tokenRenewal(Instance<TokenRenewal> application) {
        return ExtensionPoint.choose(application, renewal -> renewal.lifetime().from(renewal.now()));
    }
}
