package dev.durin.account;

import dev.durin.config.Configured;
import dev.durin.config.ExtensionPoint;
import dev.durin.spi.PasswordCheck;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;

/** What this package does where the application has no bean of its own. */
@Dependent
class Defaults {

    @Produces
    @Dependent
    @Configured
    PasswordCheck passwordCheck(Instance<PasswordCheck> application) {
        return ExtensionPoint.choose(application, CommonPasswords::objection);
    }
}
